import { changedPlaces } from '#lib/domain/description/changed-places.ts';
import type { GateFacts } from '#lib/domain/gate/facts.ts';
import { diffInWorker } from '../descriptions/analysis-pool.ts';
import type { Queryable } from '#db/client.ts';
import { findContent } from '../revisions/find-content.ts';
import { log } from '#lib/log.ts';

const MAX_KNOWN = 500;
const known = new Map<string, string[]>();

/** Names what differs between the description in question and the one signed last; null when that one is not kept. */
export async function changedSinceSignOff<Facts extends GateFacts & { apiId: string | null }>(
  db: Queryable,
  facts: Facts,
  spec?: string,
): Promise<Facts | null> {
  const { api, revision, apiId } = facts;
  const signed = api?.signOffs
    .filter((signOff) => signOff.materialDigest !== revision?.materialDigest)
    .at(-1);
  if (!signed || !revision || !apiId) return null;
  const pair = `${signed.materialDigest} ${revision.materialDigest}`;
  const changes = known.get(pair) ?? (await compare(db, apiId, signed.materialDigest, revision.id, spec));
  if (!changes) return null;
  if (known.size >= MAX_KNOWN) known.delete(known.keys().next().value!);
  known.set(pair, changes);
  return { ...facts, revision: { ...revision, changedSinceSignOff: changes } };
}

async function compare(
  db: Queryable,
  apiId: string,
  signedMaterial: string,
  revisionId: string,
  spec?: string,
): Promise<string[] | null> {
  const older = await findContent(db, { apiId, materialDigest: signedMaterial });
  const newer =
    spec === undefined
      ? await findContent(db, { apiId, revisionId })
      : { bytes: Buffer.from(spec), mediaType: undefined };
  if (!older || !newer) return null;
  try {
    return changedPlaces(await diffInWorker(older, newer));
  } catch (error) {
    // The names are a service to the reader; the decision stands without them.
    log.warn({ err: error, apiId }, 'the changes since the sign-off could not be named');
    return null;
  }
}
