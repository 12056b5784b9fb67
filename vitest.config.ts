import { defineConfig } from 'vitest/config';

const NEVER = ['**/node_modules/**', '.next/**', 'e2e/**', 'bench/node_modules/**'];
const WITH_DATABASE = ['lib/server/**/*.test.ts', 'db/**/*.test.ts', 'bin/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'threads',
    projects: [
      {
        test: {
          name: 'pure',
          include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'public/**/*.test.ts'],
          exclude: [...NEVER, 'lib/server/**'],
        },
      },
      {
        test: {
          name: 'database',
          include: WITH_DATABASE,
          exclude: NEVER,
          globalSetup: ['db/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
