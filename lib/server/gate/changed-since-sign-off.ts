import { changedPlaces } from '#lib/domain/description/changed-places.ts';
import type { GateFacts, RevisionFacts, SignOffFacts } from '#lib/domain/gate/facts.ts';
import { diffInWorker } from '../descriptions/analysis-pool.ts';
import { recentlyUsed } from '../descriptions/recently-used.ts';
import type { Queryable } from '#db/client.ts';
import { findContent } from '../revisions/find-content.ts';
import { log } from '#lib/log.ts';

const MOST_REMEMBERED = 500;
const known = recentlyUsed<string[]>(MOST_REMEMBERED);

type Facts = GateFacts & { apiId: string | null };

/**
 * Names what differs between the description in question and the one signed last; null when that one is not kept. Call it
 * before a transaction: a comparison may take seconds, and no lock should wait for it.
 */
export async function changedSinceSignOff<Some extends Facts>(
  db: Queryable,
  facts: Some,
  spec?: string,
): Promise<Some | null> {
  const remembered = rememberedChanges(facts);
  const compared = comparedIn(facts);
  if (remembered || !compared) return remembered;
  const { apiId, signed, revision } = compared;
  const changes = await compare(db, apiId, signed.materialDigest, revision.id, spec);
  if (!changes) return null;
  known.set(pairOf(compared), changes);
  return rememberedChanges(facts);
}

/** The same where the two were compared a while ago, which costs nothing; null otherwise. */
export function rememberedChanges<Some extends Facts>(facts: Some): Some | null {
  const compared = comparedIn(facts);
  const changes = compared && known.get(pairOf(compared));
  return changes ? { ...facts, revision: { ...compared.revision, changedSinceSignOff: changes } } : null;
}

interface Compared {
  apiId: string;
  signed: SignOffFacts;
  revision: RevisionFacts;
}

function comparedIn({ api, revision, apiId }: Facts): Compared | null {
  const signed = api?.signOffs.findLast((signOff) => signOff.materialDigest !== revision?.materialDigest);
  return signed && revision && apiId ? { apiId, signed, revision } : null;
}

const pairOf = ({ signed, revision }: Compared): string =>
  `${signed.materialDigest} ${revision.materialDigest}`;

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
