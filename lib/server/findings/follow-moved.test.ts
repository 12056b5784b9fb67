import { describe, expect, it } from 'vitest';
import { HIGH, bringBack, must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';

const world = useReviewWorld();

interface Finding {
  id: string;
  state: string;
  fingerprint: string;
  pointers: string[];
}

/** People whose schema has the name, and a password that answers tell. */
function withSchema(name: string, version: string): string {
  const schema = { $ref: `#/components/schemas/${name}` };
  const answers = { 200: { description: '', content: { 'application/json': { schema } } } };
  const properties = { id: { type: 'string' }, password: { type: 'string' } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'People', version },
    paths: { '/people': { get: { responses: answers } } },
    components: { schemas: { [name]: { type: 'object', properties } } },
  });
}

async function inSchemas(org: Organisation, api: string): Promise<Finding[]> {
  const { items } = must(await org.auditor.api.get('/findings', { query: { api, limit: 200 } }), 200);
  return items.filter(({ pointers }: Finding) =>
    pointers.every((pointer) => pointer.startsWith('/components/schemas/')),
  );
}

describe('a finding of a component that gets another name', () => {
  it('stays the one that people judged', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, withSchema('User', '1'));
    const [before, ...others] = await inSchemas(org, api);
    expect(others).toEqual([]);
    const { id } = before!;
    const dismissal = { state: 'false-positive', reason: 'A test value' };
    must(await org.sam.api.patch(`/findings/${id}`, { json: dismissal }), 200);
    await upload(org.dev, api, withSchema('Account', '2'));
    const [after, ...more] = await inSchemas(org, api);
    expect(more).toEqual([]);
    expect(after).toMatchObject({
      id,
      state: 'false-positive',
      pointers: ['/components/schemas/Account/properties/password'],
    });
    expect(after!.fingerprint).not.toBe(before!.fingerprint);
    // Back under its first name, by the description that was there before and by a new one.
    await bringBack(org.dev, api, withSchema('User', '1'));
    expect(await inSchemas(org, api)).toMatchObject([{ id, state: 'false-positive' }]);
    await upload(org.dev, api, withSchema('User', '3'));
    expect(await inSchemas(org, api)).toMatchObject([
      { id, state: 'false-positive', fingerprint: before!.fingerprint },
    ]);
  });
});
