import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusName, corpusPath, sampleCorpus } from '../../../bench/corpus.ts';
import { randomSlug, useTestWorld } from '../testing/test-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const SAMPLE = 60;
const MAX_BYTES = 6_500_000;
/** Large, much used, and each a hard case of its own. */
const NAMED = ['github.com/api.github.com.json', 'stripe.com.json', 'zoom.us.json', 'kubernetes.io.json'];
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

type Json = ReturnType<typeof JSON.parse>;

const world = useTestWorld();
let manager: TestPerson;
let developer: TestPerson;
let approver: TestPerson;
let security: TestPerson;
const team = randomSlug('team');

beforeAll(async () => {
  const admin = await world.person('admin', 'admin');
  [manager, developer, approver] = [
    await world.person('mona'),
    await world.person('dev'),
    await world.person('anna'),
  ];
  security = await world.person('sec', 'security');
  await admin.api.post('/teams', { json: { slug: team, name: 'Team' } });
  for (const [person, role] of [
    [manager, 'manager'],
    [developer, 'member'],
    [approver, 'approver'],
  ] as const) {
    await admin.api.put(`/teams/${team}/members/${person.email}`, { json: { role } });
  }
});

function chosen(): string[] {
  const named = NAMED.map(corpusPath);
  const rest = sampleCorpus(SAMPLE, (path) => statSync(path).size <= MAX_BYTES && !named.includes(path));
  return [...named, ...rest].slice(0, SAMPLE);
}

/** Counted here by hand, another way than the product counts. */
const countOperations = (document: Json): number =>
  Object.values(document.paths ?? {}).reduce(
    (sum: number, item) => sum + METHODS.filter((method) => (item as Json)?.[method]).length,
    0,
  );

async function register(fields: object = {}): Promise<string> {
  const slug = randomSlug('real');
  const answer = await manager.api.post('/apis', {
    json: {
      slug,
      name: slug,
      kind: 'rest',
      exposure: 'internal',
      dataClass: 'public',
      criticality: 'low',
      lifecycle: 'development',
      team,
      ...fields,
    },
  });
  expect(answer.status, answer.text).toBe(201);
  return slug;
}

describe('real descriptions', () => {
  it(`are ${SAMPLE} different ones, the named ones among them, of many publishers and with much in them`, () => {
    const paths = chosen();
    expect(new Set(paths).size).toBe(SAMPLE);
    expect(paths.map(corpusName)).toEqual(expect.arrayContaining(NAMED));
    expect(new Set(paths.map((path) => corpusName(path).split('/')[0])).size).toBeGreaterThan(40);
    const counts = paths.map((path) => countOperations(JSON.parse(readFileSync(path, 'utf8'))));
    expect(counts.filter((count) => count > 0).length).toBe(SAMPLE);
    expect(counts.filter((count) => count > 100).length).toBeGreaterThan(5);
  });

  it.each(chosen().map((path) => [corpusName(path), path]))(
    '%s: upload, digest, operations, diff',
    async (_name, path) => {
      const bytes = readFileSync(path);
      const document = JSON.parse(bytes.toString('utf8')) as Json;
      const slug = await register();
      const first = await developer.api.post(`/apis/${slug}/revisions`, {
        body: bytes,
        type: 'application/json',
      });
      expect(first.status, first.text.slice(0, 500)).toBe(201);
      expect(first.json.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
      expect(first.json.operationCount).toBe(countOperations(document));
      expect(first.json.scan.state).toBe('done');

      const listed = await developer.api.get(`/apis/${slug}/revisions/${first.json.id}/operations`, {
        query: { limit: 1 },
      });
      expect(listed.json.total).toBe(countOperations(document));

      const raw = await developer.api.get(`/apis/${slug}/revisions/${first.json.id}`, { query: { raw: 1 } });
      expect(createHash('sha256').update(raw.text).digest('hex')).toBe(
        createHash('sha256').update(bytes.toString('utf8')).digest('hex'),
      );

      // Words only: the material digest stays. One operation more: it does not, and the difference names it.
      const reworded = { ...document, info: { ...document.info, description: 'Other words.' } };
      const second = await developer.api.post(`/apis/${slug}/revisions`, {
        body: JSON.stringify(reworded),
        type: 'application/json',
      });
      expect(second.json.materialDigest).toBe(first.json.materialDigest);
      const grown = {
        ...reworded,
        paths: {
          ...reworded.paths,
          '/added-by-the-test': { delete: { responses: { 204: { description: 'Gone' } } } },
        },
      };
      const third = await developer.api.post(`/apis/${slug}/revisions`, {
        body: JSON.stringify(grown),
        type: 'application/json',
      });
      expect(third.json.materialDigest).not.toBe(first.json.materialDigest);
      const diff = await developer.api.get(`/apis/${slug}/diff`, {
        query: { from: first.json.id, to: third.json.id },
      });
      expect(diff.json.materialChange).toBe(true);
      const all = [...diff.json.breaking, ...diff.json.security, ...diff.json.other].map(
        (change: { what: string }) => change.what,
      );
      expect(all.some((what) => what.includes('/added-by-the-test'))).toBe(true);
    },
    60_000,
  );

  it('takes one from upload through sign-off to promotion, and a material change blocks it again', async () => {
    const path = chosen().find(
      (one) => statSync(one).size < 200_000 && countOperations(JSON.parse(readFileSync(one, 'utf8'))) > 3,
    )!;
    const document = JSON.parse(readFileSync(path, 'utf8')) as Json;
    const slug = await register();
    await developer.api.post(`/apis/${slug}/revisions`, {
      body: JSON.stringify(document),
      type: 'application/json',
    });
    const promote = () => manager.api.post('/promotions', { json: { api: slug, environment: 'production' } });
    const refused = await promote();
    expect(refused.json.code).toBe('promotion.blocked');
    expect(refused.json.reasons.map((reason: { code: string }) => reason.code)).toContain('review.none');

    const review = (
      await developer.api.post(`/apis/${slug}/reviews`, { json: { environment: 'production' } })
    ).json;
    for (const item of review.items) {
      const answered = await developer.api.patch(`/reviews/${review.id}/items/${item.key}`, {
        json: { answer: 'yes', evidence: 'Seen in the build.' },
      });
      expect(answered.status, answered.text).toBe(200);
    }
    expect((await developer.api.post(`/reviews/${review.id}/submit`, { json: {} })).status).toBe(200);
    expect((await developer.api.post(`/reviews/${review.id}/approve`, { json: {} })).json.code).toBe(
      'approver.requester',
    );
    expect((await approver.api.post(`/reviews/${review.id}/approve`, { json: {} })).status).toBe(200);

    await coverBlockingFindings(slug);
    const promoted = await promote();
    expect(promoted.status, promoted.text).toBe(201);
    expect(promoted.json.attestation.payloadType).toBe('application/vnd.in-toto+json');

    const grown = {
      ...document,
      paths: { ...document.paths, '/added-later': { post: { responses: { 200: { description: 'Done' } } } } },
    };
    await developer.api.post(`/apis/${slug}/revisions`, {
      body: JSON.stringify(grown),
      type: 'application/json',
    });
    const again = await promote();
    expect(again.status).toBe(409);
    const change = again.json.reasons.find(
      (reason: { code: string }) => reason.code === 'signoff.material-change',
    );
    expect(change.message).toContain('/added-later');
  });

  /** A real description may have critical findings: the honest way past them is an exception that security approves. */
  async function coverBlockingFindings(slug: string) {
    const findings = await developer.api.get('/findings', {
      query: { api: slug, severity: 'critical', limit: 200 },
    });
    for (const finding of findings.json.items) {
      const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
      const proposed = await developer.api.post('/exceptions', {
        json: {
          api: slug,
          target: { finding: finding.id },
          reason: 'Mended with the next release.',
          expiresAt,
        },
      });
      expect((await security.api.post(`/exceptions/${proposed.json.id}/approve`, { json: {} })).status).toBe(
        200,
      );
    }
  }
});
