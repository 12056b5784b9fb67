import { describe, expect, it } from 'vitest';
import { useScriptedGate } from './testing/use-scripted-gate.ts';

const { askedAbout, run } = useScriptedGate();

describe.concurrent('waiting', () => {
  it('asks without recording until something changes, then for the decision that counts', async () => {
    const result = await run('later', ['--wait', '60', '--spec', 'openapi.yaml']);
    expect(result).toMatchObject({ code: 0, out: expect.stringContaining('d-2') });
    expect(result.err).toContain('Waiting for dev@example.test, dora@example.test');
    const asked = askedAbout('later');
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'POST']);
    expect(asked[1]?.question).toEqual({ api: 'later', environment: 'production', revision: 'r-1' });
    expect(asked[0]?.headers['idempotency-key']).not.toBe(asked[3]?.headers['idempotency-key']);
  });

  it('ends with what it waited for when that is a refusal', async () => {
    expect(await run('worse', ['--wait', '60'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT ALLOWED:'),
    });
  });

  it('asks in full where the answer names no revision', async () => {
    expect(await run('no-revision', ['--wait', '60'])).toMatchObject({ code: 0 });
    expect(askedAbout('no-revision').map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  it('gives up in time, and what was awaited stays not allowed when the portal falls silent', async () => {
    const result = await run('falls-silent', ['--wait', '2', '--on-error=allow']);
    expect(result).toMatchObject({ code: 1, out: expect.stringContaining('NOT ALLOWED YET') });
  });

  it('keeps trying to get a first decision', async () => {
    expect(await run('reset', ['--wait', '1'])).toMatchObject({ code: 3 });
  });

  it.each(['prevented', 'shadow-awaiting'])('does not wait when %s', async (api) => {
    const before = performance.now();
    await run(api, ['--wait', '60']);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
