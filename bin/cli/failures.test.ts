import { describe, expect, it } from 'vitest';
import { PlainError } from '#lib/plain-error.ts';
import { SettingsError } from '#lib/settings.ts';
import { Refused, UsageError, explainFailure } from './failures.ts';

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

describe('exit codes', () => {
  const cases: [string, unknown, number][] = [
    ['wrong usage', new UsageError('x', 'Usage: y'), 2],
    ['wrong settings', new SettingsError(['PORT must be a number.']), 2],
    ['a rule that says no', new Refused('x'), 1],
    ['no database', new PlainError('x'), 3],
    ['a refused connection', withCode('connect', 'ECONNREFUSED'), 3],
    [
      'a connection refused inside a failed query',
      new Error('Failed query', { cause: withCode('', 'ECONNREFUSED') }),
      3,
    ],
    ['a wrong password', withCode('password authentication failed', '28P01'), 3],
    ['a database that is stopping', withCode('terminating', '57P01'), 3],
    ['a pool that cannot connect', new Error('timeout exceeded when trying to connect'), 3],
    ['anything unforeseen', new TypeError('x'), 1],
  ];
  it.each(cases)('%s', (_, error, code) => {
    const explained = explainFailure(error);
    expect(explained.code).toBe(code);
    expect(explained.lines.length).toBeGreaterThan(0);
  });
});
