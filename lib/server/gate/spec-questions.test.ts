import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { must, ownedApi, signedReview, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();

async function signedApi(): Promise<[Organisation, string, string]> {
  const org = await world.organisation();
  const api = await ownedApi(org);
  await signedReview(org, api);
  const { id } = must(await org.dev.api.get(`/apis/${api}/revisions`), 200).items[0];
  return [org, api, id];
}

const ask = async (org: Organisation, api: string, spec: string, environment = 'production') => {
  const decision = must(await org.dev.api.post('/gate', { json: { api, environment, spec } }), 200);
  return { ...decision, codes: decision.reasons.map((reason: { code: string }) => reason.code) };
};

const sarif = (level: string) => ({
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: { name: 'outside', rules: [{ id: 'OUT-1', properties: { 'security-severity': '9.8' } }] },
      },
      results: [
        {
          ruleId: 'OUT-1',
          level,
          message: { text: 'Keys in the open' },
          properties: { 'security-severity': level === 'error' ? '9.8' : '1.0' },
        },
      ],
    },
  ],
});

describe('a description in place of a revision', () => {
  it('that is registered is judged as that revision', async () => {
    const [org, api, id] = await signedApi();
    expect(await ask(org, api, sampleDescription())).toMatchObject({
      outcome: 'allowed',
      revision: id,
      codes: [],
    });
    await upload(org.dev, api, sampleDescription({ extra: true }));
    expect(await ask(org, api, sampleDescription())).toMatchObject({ outcome: 'allowed', revision: id });
  });

  it('that says the same in other words counts as signed, and its own digest is kept', async () => {
    const [org, api, id] = await signedApi();
    for (const spec of [
      stringify(JSON.parse(sampleDescription())),
      JSON.stringify(JSON.parse(sampleDescription()), null, 4),
      sampleDescription({ description: 'Reworded' }),
    ]) {
      const decision = await ask(org, api, spec);
      expect(decision).toMatchObject({ outcome: 'allowed', revision: id, attestation: expect.any(Object) });
    }
    expect(must(await org.dev.api.get(`/apis/${api}/revisions`), 200).total).toBe(1);
  });

  it('that nobody has seen is blocked, and what changed is named', async () => {
    const [org, api] = await signedApi();
    const decision = await ask(org, api, sampleDescription({ extra: true }));
    expect(decision).toMatchObject({ outcome: 'prevented', codes: ['signoff.material-change'] });
    expect(decision.revision).toMatch(/^sha256:/);
    expect(decision.reasons[0].message).toContain('DELETE /shelves');
    const open = await ask(org, api, sampleDescription({ isOpen: true }));
    expect(open.codes).toContain('signoff.material-change');
  });

  it('is blocked by what other scanners reported, however it is written', async () => {
    const [org, api] = await signedApi();
    must(await org.sam.api.post(`/apis/${api}/findings/import`, { json: sarif('error') }), 200);
    const reworded = sampleDescription({ description: 'Reworded' });
    for (const spec of [sampleDescription(), reworded, sampleDescription({ extra: true })])
      expect((await ask(org, api, spec)).codes).toContain('findings.blocking');
    const { id } = must(await org.dev.api.get('/findings', { query: { api, source: 'outside' } }), 200)
      .items[0];
    must(
      await org.sam.api.patch(`/findings/${id}`, { json: { state: 'false-positive', reason: 'A test key' } }),
      200,
    );
    expect((await ask(org, api, reworded)).outcome).toBe('allowed');
  });

  it('is scanned, and what people said about its findings counts', async () => {
    const org = await world.organisation();
    const open = sampleDescription({ isOpen: true });
    const api = await ownedApi(org, {}, open);
    const high = { exposure: 'public', dataClass: 'confidential' };
    must(await org.dev.api.patch(`/apis/${api}`, { json: high }), 200);
    const reworded = sampleDescription({ isOpen: true, description: 'Reworded' });
    expect((await ask(org, api, reworded)).codes).toContain('findings.blocking');
    const { items } = must(
      await org.dev.api.get('/findings', { query: { api, severity: ['critical', 'high'] } }),
      200,
    );
    for (const { id } of items)
      must(
        await org.sam.api.patch(`/findings/${id}`, {
          json: { state: 'false-positive', reason: 'It is public on purpose' },
        }),
        200,
      );
    expect((await ask(org, api, reworded)).codes).not.toContain('findings.blocking');
  });

  it('of an unknown API or environment is invalid', async () => {
    const [org, api] = await signedApi();
    expect(await ask(org, randomSlug('nothing'), sampleDescription())).toMatchObject({
      outcome: 'invalid',
      codes: ['api.unknown'],
    });
    expect(await ask(org, api, sampleDescription(), 'nowhere')).toMatchObject({
      outcome: 'invalid',
      codes: ['environment.unknown'],
    });
  });

  it.each([
    ['nothing', ' '],
    ['half of JSON', '{"openapi": "3.0.3", '],
    ['no description', '{"hello": "world"}'],
    ['keys twice', 'openapi: 3.0.3\nopenapi: 3.0.3\n'],
    ['a text', 'Dear gate, please let me through.'],
    [
      'an alias bomb',
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d]\n',
    ],
  ])('that is %s is refused precisely, and nothing is recorded', async (_what, spec) => {
    const [org, api] = await signedApi();
    const answer = await org.dev.api.post('/gate', { json: { api, environment: 'production', spec } });
    expect(answer).toMatchObject({
      status: 422,
      json: { code: expect.any(String), detail: expect.stringMatching(/\w/) },
    });
    expect(must(await org.auditor.api.get('/decisions', { query: { api } }), 200).total).toBe(0);
  });

  it('is not taken beside a revision', async () => {
    const [org, api, revision] = await signedApi();
    const json = { api, environment: 'production', spec: sampleDescription(), revision };
    expect((await org.dev.api.post('/gate', { json })).json).toMatchObject({
      status: 422,
      errors: [{ pointer: '/spec' }],
    });
  });
});
