import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMATS, HOSTILE, REASON, TOKEN, decision } from './testing/gate-answers.ts';
import { useScriptedGate } from './testing/use-scripted-gate.ts';

const { file, run } = useScriptedGate();

describe.concurrent('what a person reads', () => {
  it('text has the gate’s sentence, who can unblock, and the link', async () => {
    expect((await run('prevented')).out).toBe(`NOT ALLOWED: prevented may not go to production.

1. Nobody has asked for a review of this revision.
   Code: review.none
   Can unblock: dev@example.test, dora@example.test
   Link: https://gatehouse.example.com/apis/x

Decision d-1 on revision r-1 of 2026-01-02T03:04:05.000Z: prevented
`);
  });

  it('text says that a shadowed gate would have refused', async () => {
    expect((await run('shadowed')).out).toContain('ALLOWED, but only because production is not enforced');
  });

  it('json is the gate’s answer', async () => {
    expect(JSON.parse((await run('prevented', ['--format', 'json'])).out)).toEqual(decision('prevented'));
  });

  it('sarif has a result for every reason', async () => {
    const { out } = await run('prevented', ['--format', 'sarif', '--spec', './openapi.yaml']);
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Gatehouse gate', rules: [{ id: 'review.none' }] } },
          invocations: [{ executionSuccessful: true, exitCode: 1 }],
          results: [
            {
              ruleId: 'review.none',
              level: 'error',
              message: { text: expect.stringContaining(REASON.message) },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'openapi.yaml' } } }],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['prevented', 'error'],
    ['shadowed', 'warning'],
    ['allowed', 'notice'],
  ])('github annotates %s as %s and writes a summary', async (api, command) => {
    const path = file(`summary-${api}.md`);
    writeFileSync(path, 'before\n');
    const { out } = await run(api, ['--format', 'github'], { GITHUB_STEP_SUMMARY: path });
    expect(
      out
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith(`::${command} title=Gatehouse`)),
    ).toBe(true);
    const summary = readFileSync(path, 'utf8');
    expect(summary.startsWith('before\n### ')).toBe(true);
    expect(summary.includes('[review.none](https://gatehouse.example.com/apis/x)')).toBe(api !== 'allowed');
  });

  it('a summary that cannot be written changes nothing', async () => {
    const result = await run('allowed', ['--format', 'github'], {
      GITHUB_STEP_SUMMARY: '/no/such/folder/summary.md',
    });
    expect(result).toMatchObject({ code: 0, err: expect.stringContaining('summary') });
  });

  it.each(FORMATS)('what people wrote cannot command the build server (%s)', async (format) => {
    const path = file(`hostile-${format}.md`);
    const { code, out } = await run('hostile', ['--format', format], { GITHUB_STEP_SUMMARY: path });
    expect(code).toBe(1);
    expect(out).not.toMatch(/^\s*::error::|##\w*(?:\.\w+)*\[/m);
    expect(out).not.toContain('\u001b');
    if (format === 'json') expect(JSON.parse(out)).toMatchObject({ decisionId: HOSTILE });
    if (format === 'github') {
      expect(out.trimEnd().split('\n')).toHaveLength(2);
      expect(out).toContain('::first ::error::second # #vso[task.complete]%2525 # #[endgroup]');
      expect(readFileSync(path, 'utf8')).not.toMatch(/^::|\]\(first/m);
    }
  });

  it.each([...FORMATS.map((format) => ['echo', format] as const), ['echo-problem', 'text'] as const])(
    'the token is not printed when %s repeats it (%s)',
    async (api, format) => {
      const { out, err } = await run(api, ['--format', format]);
      expect(out + err).toContain('[token]');
      expect(out + err).not.toContain(TOKEN);
    },
  );
});

describe.concurrent('the attestation', () => {
  it('is written as it came', async () => {
    const path = file('attestation.json');
    expect(await run('attested', ['--attestation', path])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      payloadType: 'p',
      payload: 'cGF5',
      signatures: [],
    });
  });

  it('of an earlier run does not stay behind', async () => {
    const path = file('stale.json');
    writeFileSync(path, '{}');
    expect(await run('prevented', ['--attestation', path])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no attestation'),
    });
    expect(existsSync(path)).toBe(false);
  });
});
