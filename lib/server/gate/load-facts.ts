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

// Two statements and not one with optional parts: with plain comparisons PostgreSQL soon keeps the plan, and planning
// takes longer than running it.
const ONE = factsQuery({
  apis: sql`a.slug = ${sql.placeholder('slug')}`,
  environments: sql`e.slug = ${sql.placeholder('environment')}`,
  revision: sql`${sql.placeholder('revision')}::text`,
});
const MANY = factsQuery({
  apis: sql`a.id = ANY (${sql.placeholder('ids')}::uuid[]) OR a.slug = ANY (${sql.placeholder('slugs')}::text[])`,
  environments: sql`${sql.placeholder('environments')}::text[] IS NULL OR e.slug = ANY (${sql.placeholder('environments')}::text[])`,
  revision: sql`NULL::text`,
});

/** Writing a statement down takes longer than sending it: it is kept for a pool, and for as long as a transaction. */
function keptFor<Statement>(prepare: (db: Queryable) => Statement): (db: Queryable) => Statement {
  const known = new WeakMap<Queryable, Statement>();
  return (db) => {
    const statement = known.get(db) ?? prepare(db);
    known.set(db, statement);
    return statement;
  };
}

const prepareOne = keptFor((db) =>
  db
    .select({ facts: ONE })
    .from(sql`(SELECT 1) one`)
    .prepare('gate_facts_one'),
);
const prepareMany = keptFor((db) =>
  db
    .select({ facts: MANY })
    .from(sql`(SELECT 1) one`)
    .prepare('gate_facts_many'),
);

/** The facts of one decision, in one round trip. */
export async function loadFacts(
  db: Queryable,
  question: Question,
  now: Date,
): Promise<GateFacts & { apiId: string | null }> {
  const revision = question.revision ?? null;
  const [answer] = await prepareOne(db).execute({
    slug: question.api,
    environment: question.environment,
    revision,
  });
  const loaded = JSON.parse(answer!.facts) as LoadedFacts;
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

/** The facts about the newest revision of many APIs in many environments, in one round trip: by API, and its environments in their order. */
export async function loadManyFacts(
  db: Queryable,
  selection: ApiSelection,
  now: Date,
): Promise<(GateFacts & { apiId: string })[]> {
  const [answer] = await prepareMany(db).execute({
    ids: selection.ids ?? [],
    slugs: selection.slugs ?? [],
    environments: selection.environments ?? null,
  });
  const loaded = JSON.parse(answer!.facts) as LoadedFacts;
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
