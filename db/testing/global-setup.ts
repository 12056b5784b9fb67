import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseAdminUrl: string;
    databaseTemplate: string;
  }
}

/**
 * One server and one migrated template a run; every test file copies the template. With `GATEHOUSE_TEST_DATABASE_URL`
 * (a role that may create databases) that server is used instead of the embedded one.
 */
export default async function setup(project: TestProject) {
  const given = process.env.GATEHOUSE_TEST_DATABASE_URL;
  const folder = given ? null : mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  const server = folder ? await startEmbedded({ folder, isDurable: false }) : null;
  const adminUrl = given ?? server!.adminUrl;
  const template = `gatehouse_template_${process.pid}`;
  await execute(adminUrl, `DROP DATABASE IF EXISTS ${template}`, `CREATE DATABASE ${template}`);
  await migrate(withDatabase(adminUrl, template));
  project.provide('databaseAdminUrl', adminUrl);
  project.provide('databaseTemplate', template);
  return async () => {
    if (server) await server.stop();
    else await execute(adminUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
}

async function execute(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}
