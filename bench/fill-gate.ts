import pg from 'pg';
import { connect } from '../db/client.ts';
import { newId } from '../db/new-id.ts';
import { people, serviceAccounts, tokens } from '../db/schema/people.ts';
import { publishEnv } from '../lib/env.ts';
import { hashToken, newToken } from '../lib/server/secrets.ts';

interface Filling {
  url: string;
  secret: string;
  base: string;
  from: number;
  to: number;
}

const MODEL = 'model';
let known: { pipeline: string } | null = null;

/** Signs one API the way people do, and then copies it with everything the gate looks at until there are `to` of them. */
export async function fillGate({
  url,
  secret,
  base,
  from,
  to,
}: Filling): Promise<{ token: string; slugs: string[] }> {
  publishEnv({ appDatabaseUrl: url, ownerDatabaseUrl: url, secret, url: base, demo: false });
  known ??= await signModel(url, base);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE copies ON COMMIT DROP AS
         SELECT n, gen_random_uuid() AS api, gen_random_uuid() AS term, gen_random_uuid() AS revision, gen_random_uuid() AS review
         FROM generate_series($1::int, $2::int) n`,
      [from + 1, to],
    );
    for (const table of [
      'apis',
      'ownership_terms',
      'revisions',
      'reviews',
      'review_items',
      'sign_offs',
      'posture',
    ])
      await copy(client, table);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
  return { token: known.pipeline, slugs: Array.from({ length: to }, (_, at) => `copy-${at + 1}`) };
}

/** Columns that differ from the model's; everything else is copied as it is. */
const OWN: Record<string, string> = {
  slug: `'copy-' || c.n`,
  api_id: 'c.api',
  owner_term_id: 'c.term',
  term_id: 'c.term',
  latest_revision_id: 'c.revision',
  production_revision_id: 'NULL::uuid',
  revision_id: 'c.revision',
  review_id: 'c.review',
};
const OWN_ID: Record<string, string> = {
  apis: 'c.api',
  ownership_terms: 'c.term',
  revisions: 'c.revision',
  reviews: 'c.review',
  sign_offs: 'gen_random_uuid()',
};

async function copy(client: pg.Client, table: string) {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'`,
    [table],
  );
  const names = rows.map((row) => row.name);
  const values = names.map((name) =>
    name === 'id' ? (OWN_ID[table] ?? 'm.id') : (OWN[name] ?? `m."${name}"`),
  );
  const isOfModel =
    table === 'apis'
      ? `m.slug = '${MODEL}'`
      : names.includes('api_id')
        ? `m.api_id = (SELECT id FROM apis WHERE slug = '${MODEL}')`
        : `m.review_id IN (SELECT r.id FROM reviews r JOIN apis a ON a.id = r.api_id WHERE a.slug = '${MODEL}')`;
  await client.query(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM ${table} m, copies c WHERE ${isOfModel}`,
  );
}

async function signModel(url: string, base: string): Promise<{ pipeline: string }> {
  const { db, close } = connect(url, { asApplication: false });
  const token = async (owner: { personId: string } | { serviceAccountId: string }) => {
    const made = newToken();
    await db
      .insert(tokens)
      .values({ id: newId(), hash: hashToken(made), prefix: made.slice(0, 7), name: 'bench', ...owner });
    return made;
  };
  const person = async (name: string, role: 'admin' | 'member') => {
    const id = newId();
    await db.insert(people).values({ id, email: `${name}@example.test`, name, role });
    return token({ personId: id });
  };
  const [admin, developer, approver] = [
    await person('admin', 'admin'),
    await person('developer', 'member'),
    await person('approver', 'member'),
  ];
  const account = newId();
  await db
    .insert(serviceAccounts)
    .values({ id: account, slug: 'pipeline', scopes: ['gate:read', 'revisions:write'] });
  const pipeline = await token({ serviceAccountId: account });
  await close();

  const call = async <Answer>(
    as: string,
    method: string,
    path: string,
    body: unknown = {},
  ): Promise<Answer> => {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  await call(admin, 'POST', '/teams', { slug: 'team', name: 'Team' });
  await call(admin, 'PUT', '/teams/team/members/developer@example.test', { role: 'manager' });
  await call(admin, 'PUT', '/teams/team/members/approver@example.test', { role: 'approver' });
  await call(developer, 'POST', '/apis', {
    slug: MODEL,
    name: 'Model',
    kind: 'rest',
    exposure: 'internal',
    dataClass: 'public',
    criticality: 'low',
    lifecycle: 'production',
    team: 'team',
  });
  await call(developer, 'POST', `/apis/${MODEL}/revisions`, DESCRIPTION);
  const review = await call<{ id: string; items: { key: string; answer: string | null }[] }>(
    developer,
    'POST',
    `/apis/${MODEL}/reviews`,
    { environment: 'production' },
  );
  for (const item of review.items)
    await call(developer, 'PATCH', `/reviews/${review.id}/items/${item.key}`, {
      answer: 'yes',
      evidence: 'bench',
    });
  await call(developer, 'POST', `/reviews/${review.id}/submit`);
  await call(approver, 'POST', `/reviews/${review.id}/approve`);
  return { pipeline };
}

const DESCRIPTION = {
  openapi: '3.0.3',
  info: { title: 'Model', version: '1.0.0' },
  servers: [{ url: 'https://model.example.com/v1' }],
  security: [{ company: ['read'] }],
  paths: {
    '/things': {
      get: {
        summary: 'List things',
        responses: { 200: { description: 'All' }, 401: { description: 'No identity' } },
      },
    },
  },
  components: {
    securitySchemes: {
      company: {
        type: 'openIdConnect',
        openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration',
      },
    },
  },
};
