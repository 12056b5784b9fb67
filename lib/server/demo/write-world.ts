import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis, applications, ownershipTerms, riskHistory } from '#db/schema/apis.ts';
import { auditEvents } from '#db/schema/audit.ts';
import {
  decisions,
  deployments,
  emergencies,
  environments,
  exceptions,
  promotions,
} from '#db/schema/gate.ts';
import { people, serviceAccounts } from '#db/schema/people.ts';
import { reviewComments, reviewItems, reviews, signOffs } from '#db/schema/reviews.ts';
import { findings, operations, revisionContents, revisionFindings, revisions } from '#db/schema/revisions.ts';
import { memberships, teams } from '#db/schema/teams.ts';
import { writeRows } from './write-rows.ts';
import type { World, WorldRevision } from './world.ts';

function operationRows({ row, analysis }: WorldRevision) {
  return analysis.operations.map((operation, position) => ({ ...operation, revisionId: row.id, position }));
}

/** Light compression: the demonstration is loaded in seconds and read rarely. */
function contentRows(all: WorldRevision[]) {
  const byDigest = new Map(all.map(({ row, bytes }) => [row.digest, bytes]));
  return [...byDigest].map(([digest, bytes]) => ({ digest, gzip: gzipSync(bytes, { level: 1 }) }));
}

/** Writes everything the story left behind, what is referred to before what refers to it. */
export async function writeWorld(tx: Transaction, world: World): Promise<void> {
  const all = [...world.apis.values()];
  const revised = all.flatMap((api) => api.revisions);
  const reviewed = all.flatMap((api) => api.reviews);
  await writeRows(tx, people, [...world.people.values()]);
  await writeRows(tx, teams, [...world.teams.values()]);
  await writeRows(tx, memberships, world.memberships);
  await writeRows(tx, serviceAccounts, [...world.services.values()]);
  await writeRows(tx, applications, [...world.applications.values()]);
  await writeRows(
    tx,
    apis,
    all.map((api) => api.row),
  );
  await writeRows(
    tx,
    ownershipTerms,
    all.flatMap((api) => api.terms),
  );
  await writeRows(tx, revisionContents, contentRows(revised));
  await writeRows(
    tx,
    revisions,
    revised.map((revision) => revision.row),
  );
  await writeRows(tx, operations, revised.flatMap(operationRows));
  await writeRows(
    tx,
    findings,
    all.flatMap((api) => [...api.findings.values()]),
  );
  await writeRows(
    tx,
    revisionFindings,
    revised.flatMap((revision) => revision.findings),
  );
  await writeRows(
    tx,
    reviews,
    reviewed.map((review) => review.row),
  );
  await writeRows(
    tx,
    reviewItems,
    reviewed.flatMap((review) => review.items),
  );
  await writeRows(tx, reviewComments, world.comments);
  await writeRows(
    tx,
    signOffs,
    reviewed.flatMap((review) => review.signOffs),
  );
  await writeRows(
    tx,
    exceptions,
    all.flatMap((api) => api.exceptions),
  );
  await writeRows(
    tx,
    emergencies,
    all.flatMap((api) => api.emergencies),
  );
  await writeRows(tx, decisions, world.decisions);
  await writeRows(tx, promotions, world.promotions);
  await writeRows(
    tx,
    deployments,
    all.flatMap((api) => api.deployments),
  );
  await writeRows(tx, riskHistory, world.riskHistory);
  for (const { slug, gate, version } of world.environments.values()) {
    await tx.update(environments).set({ gate, version }).where(eq(environments.slug, slug));
  }
  const inOrder = world.audit.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await writeRows(tx, auditEvents, inOrder);
}
