import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDescriptions } from './diff.ts';
import { materialText } from './material.ts';
import { libraryDocument, libraryWith, parsedAs } from './testing/library-description.ts';
import { add, remove } from './testing/library-edits.ts';
import type { Edit } from './testing/library-edits.ts';
import { reordered } from './testing/reordered.ts';
import type { JsonValue, ParsedDescription } from './types.ts';

const BASE = libraryWith(() => {});
const TEXT = materialText(BASE);

const MATERIAL: [string, Edit][] = [
  ['an operation added', (d) => add(d.paths['/books/{id}'], { get: { responses: {} } })],
  ['an operation removed', (d) => remove(d.paths['/books/{id}'], 'delete')],
  [
    'another method',
    (d) => (
      add(d.paths['/books/{id}'], { put: d.paths['/books/{id}'].delete }),
      remove(d.paths['/books/{id}'], 'delete')
    ),
  ],
  ['another path', (d) => (add(d.paths, { '/tomes': d.paths['/books'] }), remove(d.paths, '/books'))],
  ['an additional method of 3.2', (d) => add(d.paths['/books'], { additionalOperations: { COPY: {} } })],
  [
    'a parameter added',
    (d) => d.paths['/books'].get.parameters.push({ name: 'q', in: 'query', schema: {} } as never),
  ],
  ['a parameter required', (d) => add(d.paths['/books'].get.parameters[0]!, { required: true })],
  [
    'a parameter of another type',
    (d) => add(d.paths['/books'].get.parameters[0]!.schema, { type: 'string' }),
  ],
  ['a bound raised', (d) => add(d.paths['/books'].get.parameters[0]!.schema, { maximum: 1000 })],
  ['a property added', (d) => add(d.components.schemas.NewBook.properties, { isAdmin: { type: 'boolean' } })],
  ['a property removed', (d) => remove(d.components.schemas.Book.properties, 'state')],
  [
    'a property named description removed',
    (d) => remove(d.components.schemas.Book.properties, 'description'),
  ],
  [
    'a property named example of another type',
    (d) => add(d.components.schemas.Book.properties.example, { type: 'integer' }),
  ],
  ['a property required', (d) => d.components.schemas.NewBook.required.push('pages')],
  ['a value of an enumeration added', (d) => d.components.schemas.Book.properties.state.enum.push('sold')],
  ['an object opened', (d) => add(d.components.schemas.NewBook, { additionalProperties: true })],
  ['a format', (d) => add(d.components.schemas.Book.properties.title, { format: 'password' })],
  [
    'a reference to another schema',
    (d) => add(d.components.schemas.Book.properties.author, { $ref: '#/components/schemas/Book' }),
  ],
  ['a body made mandatory', (d) => add(d.paths['/books'].post.requestBody, { required: true })],
  ['a media type', (d) => add(d.paths['/books'].post.requestBody.content, { 'text/csv': {} })],
  ['an answer', (d) => add(d.paths['/books'].post.responses, { '202': { description: 'Later' } })],
  ['security dropped', (d) => add(d.paths['/books'].post, { security: [] })],
  ['security of the document', (d) => remove(d, 'security')],
  ['an alternative', (d) => d.paths['/books'].post.security.push({} as never)],
  ['a scope', (d) => d.paths['/books'].post.security[0]!.company!.pop()],
  ['a security scheme', (d) => add(d.components.securitySchemes.key, { in: 'query' })],
  [
    'an address of a flow',
    (d) => add(d.components.securitySchemes.company.flows.clientCredentials, { tokenUrl: 'http://x' }),
  ],
  [
    'a scope on offer',
    (d) => add(d.components.securitySchemes.company.flows.clientCredentials.scopes, { all: 'All' }),
  ],
  ['a server', (d) => add(d.servers[0]!, { url: 'http://api.example.com' })],
  ['a server said to be public', (d) => add(d.servers[0]!, { 'x-internal': false })],
  ['deprecation', (d) => add(d.paths['/books'].get, { deprecated: true })],
  ['a callback', (d) => add(d.paths['/books'].post, { callbacks: { done: {} } })],
  ['a webhook', (d) => add(d, { webhooks: { created: { post: {} } } })],
  [
    'what a gateway enforces',
    (d) => add(d.paths['/books'].get, { 'x-amazon-apigateway-auth': { type: 'NONE' } }),
  ],
  ['a schema nobody refers to', (d) => add(d.components.schemas, { Loan: { type: 'object' } })],
];

const IMMATERIAL: [string, Edit][] = [
  [
    'title, version, contact, licence',
    (d) => add(d, { info: { title: 'x', version: '9', license: { name: 'MIT' } } }),
  ],
  ['no information at all', (d) => remove(d, 'info')],
  ['the patch level of the specification', (d) => add(d, { openapi: '3.0.0' })],
  [
    'texts of tags',
    (d) => (add(d.tags[0]!, { description: 'Other', externalDocs: { url: 'https://x' } }), d.tags.reverse()),
  ],
  ['tags', (d) => d.paths['/books'].get.tags.reverse()],
  ['a summary', (d) => add(d.paths['/books'].get, { summary: 'All books', description: 'Really all' })],
  ['the description of a path', (d) => add(d.paths['/books'], { summary: 's', description: 'd' })],
  [
    'the description of a parameter',
    (d) => add(d.paths['/books'].get.parameters[0]!, { description: 'd', example: 3 }),
  ],
  [
    'the description of a schema',
    (d) => add(d.components.schemas.Book, { description: 'd', title: 't', example: {} }),
  ],
  [
    'the description of the property named description',
    (d) => add(d.components.schemas.Book.properties.description, { description: 'd' }),
  ],
  [
    'examples',
    (d) =>
      add(d.paths['/books'].get.responses['200'].content['application/json'], {
        examples: { a: {} },
        example: 1,
      }),
  ],
  ['reusable examples', (d) => add(d.components, { examples: { a: { value: 1 } } })],
  ['the description of an answer', (d) => add(d.paths['/books'].get.responses['200'], { description: 'd' })],
  ['the description of a server', (d) => add(d.servers[0]!, { description: 'd' })],
  [
    'the description of a scope',
    (d) => add(d.components.securitySchemes.company.flows.clientCredentials.scopes, { 'books:read': 'd' }),
  ],
  ['links to documentation', (d) => add(d, { externalDocs: { url: 'https://x' } })],
  [
    'extensions for documentation',
    (d) => (add(d, { 'x-logo': {} }), add(d.paths['/books'].get, { 'x-codeSamples': [] })),
  ],
  ['empty sections', (d) => add(d.components, { headers: {}, links: {} })],
  ['a value of an enumeration twice', (d) => d.components.schemas.Book.properties.state.enum.push('new')],
];

describe('materialText', () => {
  it.each(MATERIAL)('changes with %s', (_, edit) => {
    const edited = libraryWith(edit);
    expect(materialText(edited)).not.toBe(TEXT);
    const { materialChange, breaking, security, other } = diffDescriptions(BASE, edited);
    expect(materialChange).toBe(true);
    expect([...breaking, ...security, ...other]).not.toEqual([]);
  });

  it.each(IMMATERIAL)('stays the same with another %s', (_, edit) => {
    const edited = libraryWith(edit);
    expect(materialText(edited)).toBe(TEXT);
    expect(diffDescriptions(BASE, edited)).toEqual({
      breaking: [],
      security: [],
      other: [],
      materialChange: false,
    });
  });

  it('tells all material edits apart', () => {
    const texts = MATERIAL.map(([, edit]) => materialText(libraryWith(edit)));
    expect(new Set(texts).size).toBe(MATERIAL.length);
  });

  it('does not depend on any order that means nothing', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
        const next = () => numbers.next().value;
        const other = parsedAs('openapi-3.0', reordered(libraryDocument() as never, next));
        expect(materialText(other)).toBe(TEXT);
        expect(diffDescriptions(BASE, other).materialChange).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps orders that mean something', () => {
    const withTuple = (prefixItems: JsonValue) =>
      materialText(libraryWith((d) => add(d.components.schemas.Book, { prefixItems })));
    expect(withTuple([{ type: 'string' }, {}])).not.toBe(withTuple([{}, { type: 'string' }]));
  });

  it('tells different values apart, however they are written', () => {
    const withDefault = (value: JsonValue) =>
      materialText(libraryWith((d) => add(d.components.schemas.Book.properties.title, { default: value })));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [one, other] = [a, b].map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
        const isSame = withDefault(one ?? null) === withDefault(other ?? null);
        expect(isSame).toBe(canonical(one ?? null) === canonical(other ?? null));
      }),
    );
  });
});

/** Another way to write a value so that equal ones are equal texts. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${entries.sort().join()}}`;
}

describe('what references reach', () => {
  const withTarget =
    (place: (schema: object) => object, $ref: string) =>
    (schema: object): ParsedDescription =>
      libraryWith((d) => {
        add(d, place(schema));
        add(d.components.schemas.Book.properties.author, { $ref });
      });

  it.each<[string, (schema: object) => ParsedDescription]>([
    ['below an extension', withTarget((schema) => ({ 'x-schemas': { A: schema } }), '#/x-schemas/A')],
    ['below documentation', withTarget((schema) => ({ info: { 'x-a': schema } }), '#/info/x-a')],
    ['by way of another', withTarget((schema) => ({ 'x-a': { $ref: '#/x-b' }, 'x-b': schema }), '#/x-a')],
  ])('counts %s', (_, build) => {
    const before = build({ type: 'string' });
    const after = build({ type: 'integer' });
    expect(materialText(before)).not.toBe(materialText(after));
    expect(diffDescriptions(before, after).breaking.length).toBeGreaterThan(0);
    expect(materialText(before)).toBe(materialText(build({ description: 'A text', type: 'string' })));
  });

  it('ends where they form a circle', () => {
    const circle = withTarget(() => ({ 'x-a': { $ref: '#/x-b' }, 'x-b': { $ref: '#/x-a' } }), '#/x-a');
    expect(materialText(circle({}))).toContain('x-b');
  });
});
