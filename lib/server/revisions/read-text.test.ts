import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TextMarkDto } from '#lib/domain/revisions/text-dto.ts';
import { must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

const world = useReviewWorld();

const OPEN = JSON.stringify(JSON.parse(sampleDescription({ isOpen: true })), null, 2);
const OPEN_LINES = OPEN.split('\n');
const writeOpen = ({ rule }: { rule: string }) => rule === 'api2-write-open-beside-secured';

async function withText(text: string, type = 'application/json') {
  const org = await world.organisation();
  const api = await ownedApi(org);
  const made = await org.dev.api.post(`/apis/${api}/revisions`, { body: text, type });
  const revision = must(made, 201);
  const path = `/apis/${api}/revisions/${revision.id}`;
  const read = (query: Record<string, string | number>) => org.auditor.api.get(`${path}/text`, { query });
  const excerpts = (pointer: string[]) => org.auditor.api.get(`${path}/excerpts`, { query: { pointer } });
  return { org, api, path, read, excerpts };
}

describe('the text of a revision', () => {
  it('comes with its findings at their lines, which lead to the findings', async () => {
    const { org, read } = await withText(OPEN);
    const text = must(await read({}), 200);
    expect(text).toMatchObject({ from: 1, totalLines: OPEN_LINES.length, isIndented: false, at: null });
    expect(text.lines).toEqual(OPEN_LINES.slice(0, 200));
    const mark = text.marks.find(writeOpen);
    expect(OPEN_LINES[mark.line - 1]).toContain('"security": []');
    expect(mark).toMatchObject({ severity: 'high', state: 'open' });
    expect(mark).not.toHaveProperty('missing');
    const finding = must(await org.auditor.api.get(`/findings/${mark.findingId}`), 200);
    expect(finding).toMatchObject({ title: mark.title, revision: text.revision });
    const lines = text.marks.map(({ line }: TextMarkDto) => line);
    expect(lines).toEqual(lines.toSorted((a: number, b: number) => a - b));
    expect(text.markedLines).toBe(new Set(lines).size);
  });

  it('says at a line what is missing there of a finding that several rules have as their cause', async () => {
    const document = JSON.parse(sampleDescription()) as { paths: Record<string, Record<string, unknown>> };
    const label = { name: 'label', in: 'query', schema: { type: 'string' } };
    document.paths['/shelves']!.get = { ...(document.paths['/shelves']!.get as object), parameters: [label] };
    const { path, org, read } = await withText(JSON.stringify(document, null, 2));
    const pointer = '/paths/~1shelves/get/parameters/0/schema';
    const { items } = must(await org.auditor.api.get(`${path}/occurrences`, { query: { pointer } }), 200);
    const text = must(await read({ pointer }), 200);
    const mark = text.marks.find(
      ({ line, rule }: TextMarkDto) => line === text.at && rule === 'api4-no-limits',
    );
    expect(mark.missing).toContainEqual({
      rule: 'api4-string-limit',
      title: 'A string has no maximum length',
      fix: expect.stringContaining('Set `maxLength`'),
    });
    const of = (all: { rule: string }[]) => all.map(({ rule }) => rule).toSorted();
    expect(of(mark.missing)).toEqual(of(items.filter(({ cause }: { cause: string }) => cause === mark.rule)));
  });

  it('is read in parts that say where the next marks are', async () => {
    const { read } = await withText(OPEN);
    const whole = must(await read({}), 200);
    const marked = [...new Set<number>(whole.marks.map(({ line }: TextMarkDto) => line))];
    expect(marked.length).toBeGreaterThan(2);
    const [first, second, third] = marked as [number, number, number];
    const part = must(await read({ from: second, lines: 1 }), 200);
    expect(part).toMatchObject({ from: second, lines: [OPEN_LINES[second - 1]], markedLines: marked.length });
    expect(part).toMatchObject({ previousMark: first, nextMark: third });
    expect(new Set(part.marks.map(({ line }: TextMarkDto) => line))).toEqual(new Set([second]));
    const end = must(await read({ from: OPEN_LINES.length, lines: 500 }), 200);
    expect(end).toMatchObject({ lines: ['}'], nextMark: null });
  });

  it('may leave out marks that matter less', async () => {
    const { read } = await withText(OPEN);
    const { marks, markedLines } = must(await read({ severity: 'high' }), 200);
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({ rule: 'api2-write-open-beside-secured' });
    expect(markedLines).toBe(1);
    const above = must(await read({ severity: 'high', lines: 2 }), 200);
    expect(above).toMatchObject({ marks: [], nextMark: marks[0].line });
    expect((await read({ severity: 'worst' })).status).toBe(422);
  });

  it('is found by pointer and by text', async () => {
    const { read } = await withText(OPEN);
    const post = OPEN_LINES.findIndex((line) => line.includes('"post"')) + 1;
    expect(must(await read({ pointer: '/paths/~1shelves/post', lines: 9 }), 200)).toMatchObject({
      at: post,
      from: post - 3,
    });
    expect(must(await read({ pointer: '/paths/~1none' }), 200)).toMatchObject({ at: null, from: 1 });
    expect(must(await read({ find: '"POST"', lines: 9 }), 200)).toMatchObject({ at: post });
    expect(must(await read({ find: 'nobody wrote this' }), 200)).toMatchObject({ at: null });
  });

  it('without lines of its own is given one member a line', async () => {
    const padded = { ...JSON.parse(OPEN), tags: [{ name: 'long', description: 'x'.repeat(2000) }] };
    const { read, excerpts } = await withText(JSON.stringify(padded));
    const text = must(await read({}), 200);
    expect(text.isIndented).toBe(true);
    expect(text.lines.slice(0, 2)).toEqual(['{', '  "openapi": "3.0.3",']);
    expect(text.lines[text.marks.find(writeOpen).line - 1]).toContain('"security": []');
    const { isIndented, excerpts: found } = must(await excerpts(['/paths/~1shelves/post/security']), 200);
    expect(isIndented).toBe(true);
    expect(found[0]).toMatchObject({ line: text.marks.find(writeOpen).line });
  });

  it('has limits, and says so', async () => {
    const { read, excerpts } = await withText(OPEN);
    const wrong: Record<string, string | number>[] = [
      { lines: 501 },
      { lines: 0 },
      { from: 0 },
      { from: OPEN_LINES.length + 1 },
      { pointer: 'paths' },
      { find: '' },
      { find: 'a', pointer: '/paths' },
      { surprise: 1 },
    ];
    for (const query of wrong)
      expect({ query, status: (await read(query)).status }).toMatchObject({ status: 422 });
    expect((await excerpts([])).status).toBe(422);
    expect((await excerpts(Array.from({ length: 21 }, (_, n) => `/${n}`))).status).toBe(422);
  });

  it('of what nobody knows is 404', async () => {
    const { org, api } = await withText(OPEN);
    for (const path of [
      `/apis/${api}/revisions/${randomUUID()}`,
      `/apis/none-such/revisions/${randomUUID()}`,
    ]) {
      expect((await org.dev.api.get(`${path}/text`)).status).toBe(404);
      expect((await org.dev.api.get(`${path}/excerpts`, { query: { pointer: '' } })).status).toBe(404);
    }
  });
});

describe('an excerpt', () => {
  it('shows what stands at a pointer, in YAML as in JSON, and where nothing does', async () => {
    const yaml =
      'openapi: 3.0.3\ninfo: { title: T, version: "1" }\nservers:\n  - url: http://a.example\npaths: {}\n';
    const { excerpts } = await withText(yaml, 'application/yaml');
    const { isIndented, excerpts: found } = must(await excerpts(['/servers/0/url', '/none']), 200);
    expect(isIndented).toBe(false);
    expect(found).toEqual([
      { pointer: '/servers/0/url', line: 4, endLine: 4, from: 1, lines: yaml.trimEnd().split('\n') },
      { pointer: '/none', line: null, endLine: null, from: 1, lines: [] },
    ]);
  });

  it('of a schema language has places too', async () => {
    const { read, excerpts } = await withText('type Query {\n  orders: [String]\n}\n', 'application/graphql');
    expect(must(await read({}), 200)).toMatchObject({
      totalLines: 3,
      language: 'graphql',
      marks: [
        { line: 1, rule: 'graphql-no-cost-limit' },
        { line: 2, rule: 'api4-unbounded-lists' },
      ],
    });
    expect(must(await excerpts(['/types/Query/fields/orders', '/types']), 200).excerpts).toMatchObject([
      { line: 2 },
      { line: null },
    ]);
  });
});
