import { describe, expect, it } from 'vitest';
import { FORMATS, TOKEN } from './testing/gate-answers.ts';
import { useScriptedGate } from './testing/use-scripted-gate.ts';

const { askedAbout, run } = useScriptedGate();

describe.concurrent('what the gate decided', () => {
  const CASES = [
    ['allowed', 0],
    ['prevented', 1],
    ['awaiting', 1],
    ['invalid', 2],
    ['shadowed', 0],
    ['shadow-awaiting', 0],
    ['shadow-invalid', 2],
    ['html', 3],
    ['e500', 3],
    ['e401', 2],
  ] as const;
  it.each(CASES.flatMap(([api, code]) => FORMATS.map((format) => ({ api, code, format }))))(
    '$api ends with $code as $format',
    async ({ api, code, format }) => {
      const result = await run(api, ['--format', format, '--spec', 'openapi.yaml']);
      expect(result).toMatchObject({ code });
      expect(result.out + result.err).not.toContain(TOKEN);
      if (format === 'json' || format === 'sarif') expect(() => void JSON.parse(result.out)).not.toThrow();
    },
  );

  it.each(['allowed', 'prevented'])('%s is the same from a pipe', async (api) => {
    const [disk, pipe] = await Promise.all([run(api), run(api, [], {}, true)]);
    expect(pipe).toEqual(disk);
  });
});

describe.concurrent('what is no decision', () => {
  it.each([
    'html-as-json',
    'json-as-text',
    'empty',
    'null-answer',
    'no-outcome',
    'odd-outcome',
    'no-allowed',
    'text-allowed',
    'allowed-and-not',
    'prevented-but-allowed',
    'no-enforced',
    'no-time',
    'no-reasons',
    'odd-reason',
    'created',
    'endless',
    'redirect',
    'truncated',
    'reset',
    'e503',
    'e429',
    'proxy-403',
  ])('%s ends with 3', async (api) => {
    expect(await run(api)).toMatchObject({ code: 3, out: '', err: expect.stringContaining('No decision: ') });
  });

  it.each(['html', 'truncated', 'no-allowed'])('%s lets the job pass where an error may', async (api) => {
    const result = await run(api, ['--on-error=allow']);
    expect(result).toMatchObject({ code: 0, out: '', err: expect.stringContaining('--on-error=allow') });
  });

  it.each(['silent', 'drip'])('a server that is %s does not hang the job', async (api) => {
    expect(await run(api, ['--timeout', '1'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('within 1 s'),
    });
  });

  it('nobody listens', async () => {
    expect(await run('allowed', [], { GATEHOUSE_URL: 'http://127.0.0.1:1' })).toMatchObject({
      code: 3,
      err: expect.stringMatching(/cannot be reached/),
    });
  });

  it.each([
    ['prevented', 1],
    ['awaiting', 1],
    ['invalid', 2],
    ['e403', 2],
  ])('--on-error=allow does not let %s pass', async (api, code) => {
    expect(await run(api, ['--on-error=allow'])).toMatchObject({ code });
  });

  it.each(FORMATS)('is told in %s', async (format) => {
    const { code, out } = await run('html', ['--format', format]);
    expect(code).toBe(3);
    if (format === 'json')
      expect(JSON.parse(out)).toMatchObject({ exitCode: 3, error: expect.stringContaining('No decision') });
    if (format === 'sarif')
      expect(JSON.parse(out)).toMatchObject({
        runs: [{ invocations: [{ executionSuccessful: false, exitCode: 3 }] }],
      });
    if (format === 'github') expect(out).toMatch(/^::error title=Gatehouse::No decision/);
    if (format === 'text') expect(out).toBe('');
  });

  it('a portal that is starting is asked again, under one idempotency key', async () => {
    expect(await run('recovers')).toMatchObject({ code: 0 });
    const keys = askedAbout('recovers').map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});
