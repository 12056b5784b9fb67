import { defineConfig } from 'drizzle-kit';

/** Only used to draft the SQL of a new migration: `npx drizzle-kit generate`; the runner is our own (db/migrate.ts). */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './.data/drizzle',
});
