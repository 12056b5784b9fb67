import type pg from 'pg';
import { DEFAULT_CHECKLIST } from '#lib/domain/checklist/default-checklist.ts';
import { DEFAULT_POLICY } from '#lib/domain/policy/default-policy.ts';

/** What a fresh database starts with. What people changed since is never touched: a new default would void their sign-offs. */
export async function seedDefaults(client: pg.Client): Promise<void> {
  const { version, ...document } = DEFAULT_POLICY;
  await client.query(
    `INSERT INTO policies (key, version, document, created_by)
     SELECT 'gate', $1, $2, 'system' WHERE NOT EXISTS (SELECT 1 FROM policies WHERE key = 'gate') ON CONFLICT DO NOTHING`,
    [version, JSON.stringify(document)],
  );
  const { id, version: edition, title, items } = DEFAULT_CHECKLIST;
  await client.query(
    `INSERT INTO checklists (id, version, title, items, created_by)
     SELECT $1, $2, $3, $4, 'system' WHERE NOT EXISTS (SELECT 1 FROM checklists WHERE id = $1) ON CONFLICT DO NOTHING`,
    [id, edition, title, JSON.stringify(items)],
  );
}
