import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArgs, useScriptedGate } from './testing/use-scripted-gate.ts';

const { file, run, runRaw } = useScriptedGate();

describe.concurrent('wrong usage', () => {
  it.each([
    [[], 'no command'],
    [['guess', '--api', 'x'], '"guess"'],
    [['check', '--environment', 'production'], '--api'],
    [['check', '--api', 'allowed'], '--environment'],
    [checkArgs('allowed', '--colour', 'red'), '--colour'],
    [checkArgs('allowed', 'stray'), '"stray"'],
    [checkArgs('allowed', '--format', 'xml'), '--format'],
    [checkArgs('allowed', '--wait', 'soon'), '--wait'],
    [checkArgs('allowed', '--wait', '-1'), '--wait'],
    [checkArgs('allowed', '--timeout', '0'), '--timeout'],
    [checkArgs('allowed', '--on-error=sometimes'), '--on-error'],
    [checkArgs('allowed', '--on-error'), '--on-error'],
    [checkArgs('allowed', '--spec', 'missing.yaml', '--on-error=allow'), 'ENOENT'],
    [checkArgs('allowed', '--spec', '.'), 'EISDIR'],
    [checkArgs('allowed', '--spec', ''), '--spec is empty'],
    [checkArgs('allowed', '--spec', 'a', '--revision', 'b'), 'not both'],
    [checkArgs('allowed', '--api', 'prevented'), 'twice'],
    [checkArgs('allowed', '--artifact', 'shop:latest'), '--artifact'],
    [checkArgs('allowed', '--attestation', 'no/such/folder/a.json'), 'ENOENT'],
  ])('%j ends with 2 and says why', async (argv, word) => {
    expect(await runRaw(argv)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(word),
    });
  });

  it.each([
    [{ GATEHOUSE_URL: undefined }, 'GATEHOUSE_URL'],
    [{ GATEHOUSE_URL: 'gatehouse' }, 'GATEHOUSE_URL'],
    [{ GATEHOUSE_URL: 'ftp://gatehouse.example.com' }, 'GATEHOUSE_URL'],
    [{ GATEHOUSE_URL: 'https://user:hunter2@gatehouse.example.com' }, 'password'],
    [{ GATEHOUSE_TOKEN: undefined }, 'GATEHOUSE_TOKEN'],
    [{ GATEHOUSE_TOKEN: 'two words' }, 'GATEHOUSE_TOKEN'],
  ])('%j ends with 2', async (env, word) => {
    const result = await run('allowed', ['--on-error=allow'], env);
    expect(result).toMatchObject({ code: 2, err: expect.stringContaining(word) });
    expect(result.err).not.toMatch(/hunter2|two words/);
  });

  it.each([
    ['e401', 'GATEHOUSE_TOKEN'],
    ['e403', 'Forbidden'],
    ['e422', '/artifact/digest Expected a digest.'],
    ['unknown-to-the-script', 'nothing here'],
  ])('a refused question (%s) is one', async (api, word) => {
    expect(await run(api)).toMatchObject({ code: 2, err: expect.stringContaining(word) });
  });

  it('text that is not UTF-8 is refused', async () => {
    writeFileSync(file('latin1.yaml'), Buffer.from('title: \xfc\n', 'latin1'));
    expect(await run('allowed', ['--spec', 'latin1.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('UTF-8'),
    });
  });

  it.each([
    ['--help', /GATEHOUSE_TOKEN/],
    ['--version', /^\d+\.\d+\.\d+\n$/],
  ])('%s answers at once', async (flag, text) => {
    expect(await runRaw([flag], { GATEHOUSE_URL: undefined, GATEHOUSE_TOKEN: undefined })).toMatchObject({
      code: 0,
      out: expect.stringMatching(text),
      err: '',
    });
  });
});
