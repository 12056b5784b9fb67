import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type {
  ApiFacts,
  ChecklistRef,
  EnvironmentFacts,
  GateFacts,
  GatePolicy,
  PersonRef,
  RevisionFacts,
} from '#lib/domain/gate/facts.ts';
import { factsQuery } from './facts-query.ts';

interface LoadedFacts {
  policy: GatePolicy;
  checklist: ChecklistRef;
  security: PersonRef[];
  environments: EnvironmentFacts[];
  apis: {
    id: string;
    slug: string;
    environment: string | null;
    api: ApiFacts;
    revision: RevisionFacts | null;
  }[];
}

export interface Question {
  api: string;
  environment: string;
  revision?: string | null;
}

const placeholders = {
  ids: sql`${sql.placeholder('ids')}::uuid[]`,
  slugs: sql`${sql.placeholder('slugs')}::text[]`,
  environments: sql`${sql.placeholder('environments')}::text[]`,
  revision: sql`${sql.placeholder('revision')}::text`,
};
const FACTS = factsQuery(placeholders);

/** The facts of one decision, in one round trip. */
export async function loadFacts(
  db: Queryable,
  question: Question,
  now: Date,
): Promise<GateFacts & { apiId: string | null }> {
  const revision = question.revision ?? null;
  const loaded = await query(db, { slugs: [question.api], environments: [question.environment], revision });
  const row = loaded.apis[0];
  return {
    now: now.getTime(),
    asked: { api: question.api, environment: question.environment, revision },
    api: row?.api ?? null,
    environment: loaded.environments[0] ?? null,
    revision: row?.revision ?? null,
    policy: loaded.policy,
    checklist: loaded.checklist,
    security: loaded.security,
    apiId: row?.id ?? null,
  };
}

export interface ApiSelection {
  ids?: string[];
  slugs?: string[];
  /** All environments when left out. */
  environments?: string[];
}

/** The facts about the newest revision of many APIs in many environments, in one round trip. */
export async function loadManyFacts(
  db: Queryable,
  selection: ApiSelection,
  now: Date,
): Promise<(GateFacts & { apiId: string })[]> {
  const loaded = await query(db, { ...selection, revision: null });
  const environments = new Map(loaded.environments.map((environment) => [environment.slug, environment]));
  return loaded.apis.flatMap((row) => {
    const environment = row.environment === null ? undefined : environments.get(row.environment);
    if (!environment) return [];
    const asked = { api: row.slug, environment: environment.slug, revision: null };
    const { policy, checklist, security } = loaded;
    return [
      {
        now: now.getTime(),
        asked,
        api: row.api,
        environment,
        revision: row.revision,
        policy,
        checklist,
        security,
        apiId: row.id,
      },
    ];
  });
}

async function query(db: Queryable, asked: ApiSelection & { revision: string | null }): Promise<LoadedFacts> {
  const [row] = await db
    .select({ facts: FACTS })
    .from(sql`(SELECT 1) one`)
    .prepare('gate_facts')
    .execute({
      ids: asked.ids ?? [],
      slugs: asked.slugs ?? [],
      environments: asked.environments ?? null,
      revision: asked.revision,
    });
  return JSON.parse(row!.facts) as LoadedFacts;
}
