import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPlaces } from './changed-places.ts';
import { diffDescriptions } from './diff.ts';
import { libraryWith, parsedAs } from './testing/library-description.ts';
import type { LibraryDocument } from './testing/library-description.ts';
import type { Change, DescriptionDiff } from './types.ts';

const BASE = libraryWith(() => {});

type Edit = (document: LibraryDocument) => unknown;
type Marks = 'breaking' | 'security' | 'both' | 'other';

const add = (target: object, more: object) => Object.assign(target, more);
const remove = (target: object, key: string) => Reflect.deleteProperty(target, key);
const list = (d: LibraryDocument) => d.paths['/books'].get;
const create = (d: LibraryDocument) => d.paths['/books'].post;
const destroy = (d: LibraryDocument) => d.paths['/books/{id}'].delete;
const limit = (d: LibraryDocument) => list(d).parameters[0]!;
const sort = (d: LibraryDocument) => list(d).parameters[1]!;
const { Book, NewBook, Person } = {
  Book: (d: LibraryDocument) => d.components.schemas.Book,
  NewBook: (d: LibraryDocument) => d.components.schemas.NewBook,
  Person: (d: LibraryDocument) => d.components.schemas.Person,
};

/** All sentences with the lists in which they stand. */
function marked({ breaking, security, other }: DescriptionDiff): Map<string, Marks> {
  const marks = new Map<string, Marks>(other.map(({ what }) => [what, 'other']));
  for (const { what } of breaking) marks.set(what, 'breaking');
  for (const { what } of security) marks.set(what, marks.has(what) ? 'both' : 'security');
  return marks;
}

const CASES: [Edit, Marks, string][] = [
  [(d) => remove(d.paths['/books/{id}'], 'delete'), 'breaking', 'DELETE /books/{id} removed'],
  [(d) => add(d.paths['/books/{id}'], { get: {} }), 'other', 'GET /books/{id} added'],
  [
    (d) => add(d.paths, { '/open': { get: { security: [] } } }),
    'security',
    'GET /open added, without authentication',
  ],
  [(d) => add(list(d), { deprecated: true }), 'other', 'GET /books is now deprecated'],
  [(d) => add(list(d), { operationId: 'all' }), 'other', 'GET /books is called all instead of listBooks'],
  [
    (d) => add(destroy(d), { security: [] }),
    'security',
    'DELETE /books/{id} no longer asks for authentication',
  ],
  [(d) => remove(d, 'security'), 'security', 'DELETE /books/{id} no longer asks for authentication'],
  [(d) => create(d).security.push({} as never), 'security', 'POST /books no longer asks for authentication'],
  [
    (d) => create(d).security[0]!.company!.pop(),
    'security',
    'POST /books no longer asks for the scope books:read',
  ],
  [(d) => d.security[0]!.company.push('admin'), 'both', 'GET /books now also asks for the scope admin'],
  [(d) => create(d).security.pop(), 'both', 'POST /books no longer accepts key as authentication'],
  [
    (d) => create(d).security.push({ basic: [] } as never),
    'security',
    'POST /books also accepts basic as authentication',
  ],
  [
    (d) => add(d.components.securitySchemes.key, { in: 'query' }),
    'security',
    'The security scheme key changed: in is query instead of header',
  ],
  [
    (d) => remove(d.components.securitySchemes.company.flows.clientCredentials.scopes, 'books:read'),
    'security',
    'The security scheme company changed: clientCredentials: scope books:read removed',
  ],
  [
    (d) => add(d.components.securitySchemes, { basic: { type: 'http' } }),
    'other',
    'The security scheme basic added',
  ],
  [
    (d) => add(d.servers[0]!, { url: 'http://a.example' }),
    'security',
    'The API is now served at http://a.example, without encryption',
  ],
  [
    (d) => add(d.servers[0]!, { url: 'https://a.example' }),
    'breaking',
    'The API is no longer served at https://api.example.com/v1',
  ],
  [
    (d) => d.servers.push({ url: 'https://a.example', description: '' }),
    'security',
    'The API is now served at https://a.example',
  ],
  [
    (d) => list(d).parameters.push({ name: 'q', in: 'query', schema: {} } as never),
    'other',
    'GET /books also takes the query parameter q',
  ],
  [
    (d) => list(d).parameters.push({ name: 'q', in: 'query', required: true } as never),
    'breaking',
    'GET /books requires the new query parameter q',
  ],
  [
    (d) => list(d).parameters.push({ name: 'callback_url', in: 'query' } as never),
    'security',
    'GET /books also takes the query parameter callback_url (an address that the API may call)',
  ],
  [(d) => list(d).parameters.pop(), 'breaking', 'GET /books no longer takes the query parameter sort'],
  [(d) => add(limit(d), { required: true }), 'breaking', 'GET /books now requires the query parameter limit'],
  [
    (d) => add(limit(d).schema, { type: 'string' }),
    'breaking',
    'GET /books takes limit as string instead of integer',
  ],
  [
    (d) => add(limit(d).schema, { maximum: 1000 }),
    'security',
    'GET /books raises maximum of limit from 100 to 1000',
  ],
  [(d) => remove(limit(d).schema, 'maximum'), 'security', 'GET /books drops maximum 100 of limit'],
  [(d) => add(limit(d).schema, { minimum: 5 }), 'breaking', 'GET /books raises minimum of limit from 1 to 5'],
  [(d) => sort(d).schema.enum!.pop(), 'breaking', 'GET /books no longer takes "author" for sort'],
  [(d) => sort(d).schema.enum!.push('year'), 'other', 'GET /books also takes "year" for sort'],
  [(d) => remove(sort(d).schema, 'enum'), 'security', 'GET /books no longer limits sort to certain values'],
  [(d) => remove(create(d), 'requestBody'), 'breaking', 'POST /books no longer takes a body'],
  [(d) => add(create(d).requestBody, { required: true }), 'breaking', 'POST /books now requires its body'],
  [
    (d) => add(destroy(d), { requestBody: { required: true } }),
    'breaking',
    'DELETE /books/{id} requires a body',
  ],
  [(d) => add(destroy(d), { requestBody: {} }), 'other', 'DELETE /books/{id} also takes a body'],
  [
    (d) => remove(create(d).requestBody.content, 'application/xml'),
    'breaking',
    'POST /books no longer takes application/xml',
  ],
  [(d) => add(create(d).requestBody.content, { 'text/csv': {} }), 'other', 'POST /books also takes text/csv'],
  [
    (d) => remove(list(d).responses['200'].content, 'application/json'),
    'breaking',
    'GET /books no longer answers 200 as application/json',
  ],
  [(d) => remove(list(d).responses, '200'), 'breaking', 'GET /books no longer answers 200'],
  [(d) => remove(list(d).responses, '404'), 'other', 'GET /books no longer answers 404'],
  [(d) => add(list(d).responses, { '500': { description: '' } }), 'other', 'GET /books may also answer 500'],
  [(d) => add(NewBook(d).properties, { isbn: {} }), 'other', 'POST /books also takes NewBook.isbn'],
  [
    (d) => add(NewBook(d).properties, { role: {} }),
    'security',
    'POST /books also takes NewBook.role (a privilege)',
  ],
  [
    (d) => (add(NewBook(d).properties, { isbn: {} }), NewBook(d).required.push('isbn')),
    'breaking',
    'POST /books requires the new NewBook.isbn',
  ],
  [(d) => remove(NewBook(d).properties, 'pages'), 'breaking', 'POST /books no longer takes NewBook.pages'],
  [(d) => NewBook(d).required.push('pages'), 'breaking', 'POST /books now requires NewBook.pages'],
  [(d) => NewBook(d).required.pop(), 'other', 'POST /books no longer requires NewBook.title'],
  [
    (d) => add(NewBook(d).properties.pages, { nullable: false }),
    'breaking',
    'POST /books no longer takes null for NewBook.pages',
  ],
  [
    (d) => remove(NewBook(d), 'additionalProperties'),
    'security',
    'POST /books takes undescribed properties in NewBook',
  ],
  [
    (d) => remove(NewBook(d).properties.title, 'pattern'),
    'security',
    'POST /books drops the pattern of NewBook.title',
  ],
  [
    (d) => add(NewBook(d).properties.title, { pattern: '^x' }),
    'breaking',
    'POST /books changes the pattern of NewBook.title',
  ],
  [
    (d) => remove(Book(d).properties, 'title'),
    'breaking',
    'GET /books (and 1 more) no longer returns Book.title',
  ],
  [(d) => Book(d).required.pop(), 'breaking', 'GET /books (and 1 more) may leave out Book.title'],
  [(d) => Book(d).required.push('state'), 'other', 'GET /books (and 1 more) always returns Book.state'],
  [
    (d) => add(Book(d).properties.title, { type: 'integer' }),
    'breaking',
    'GET /books (and 1 more) returns Book.title as integer instead of string',
  ],
  [
    (d) => add(Book(d).properties.title, { nullable: true }),
    'breaking',
    'GET /books (and 1 more) may return null for Book.title',
  ],
  [
    (d) => add(Book(d).properties, { passwordHash: {} }),
    'security',
    'GET /books (and 1 more) also returns Book.passwordHash (a secret)',
  ],
  [
    (d) => add(Person(d).properties, { email: {} }),
    'security',
    'GET /books (and 1 more) also returns Person.email (personal data)',
  ],
  [(d) => add(Book(d).properties, { shelf: {} }), 'other', 'GET /books (and 1 more) also returns Book.shelf'],
  [
    (d) => Book(d).properties.state.enum.push('sold'),
    'other',
    'GET /books (and 1 more) also returns "sold" for Book.state',
  ],
  [
    (d) =>
      add(Book(d).properties.author, {
        $ref: undefined,
        oneOf: [{ $ref: '#/components/schemas/Person' }, { title: 'Name' }],
      }),
    'other',
    'GET /books (and 1 more) also returns Name for Book.author',
  ],
  [
    (d) => add(create(d), { callbacks: { done: {} } }),
    'security',
    'POST /books calls back to an address of the caller (done)',
  ],
  [(d) => add(d, { webhooks: { created: {} } }), 'security', 'The webhook created added'],
  [(d) => add(d.components.schemas, { Loan: {} }), 'other', 'The schema Loan added'],
  [(d) => add(list(d), { 'x-kong-plugin': 'none' }), 'security', '/paths/~1books/get/x-kong-plugin added'],
];

describe('diffDescriptions', () => {
  it.each(CASES.map(([edit, marks, what]) => [what, marks, edit] as const))('%s: %s', (what, marks, edit) => {
    const diff = diffDescriptions(BASE, libraryWith(edit));
    expect(marked(diff).get(what) ?? [...marked(diff).keys()]).toBe(marks);
    expect(diff.materialChange).toBe(true);
  });

  it('points to the newer description, or to the older where nothing is left', () => {
    const pointerOf = (edit: Edit) => diffDescriptions(BASE, libraryWith(edit)).breaking[0]?.pointer;
    expect(pointerOf((d) => NewBook(d).required.push('pages'))).toBe(
      '/components/schemas/NewBook/properties/pages',
    );
    expect(pointerOf((d) => remove(d.paths, '/books/{id}'))).toBe('/paths/~1books~1{id}/delete');
  });

  it('takes a path whose parameter has another name for the same', () => {
    const diff = diffDescriptions(
      BASE,
      libraryWith((d) => {
        add(d.paths, {
          '/books/{bookId}': {
            ...d.paths['/books/{id}'],
            parameters: [{ ...d.paths['/books/{id}'].parameters[0], name: 'bookId' }],
          },
        });
        remove(d.paths, '/books/{id}');
      }),
    );
    expect([...marked(diff).keys()]).toEqual(['DELETE /books/{id} is now written DELETE /books/{bookId}']);
  });

  it('says nothing twice and lets no change hide behind another', () => {
    const diff = diffDescriptions(
      BASE,
      libraryWith((d) => {
        add(list(d), { deprecated: true, 'x-amazon-apigateway-auth': { type: 'NONE' } });
        add(Book(d).properties.title, { default: 'x' });
        add(d.components, { responses: { Gone: { description: '' } } });
      }),
    );
    expect([...marked(diff).keys()].sort()).toEqual([
      '/components/responses added',
      '/paths/~1books/get/x-amazon-apigateway-auth added',
      'GET /books is now deprecated',
      'The schema Book changed at /components/schemas/Book/properties/title/default',
    ]);
  });

  it('compares across versions of the specification', () => {
    const of2 = parsedAs('openapi-2.0', {
      swagger: '2.0',
      produces: ['application/json'],
      paths: {
        '/a': {
          get: {
            parameters: [{ name: 'n', in: 'query', type: 'integer' }],
            responses: { '200': { schema: { $ref: '#/definitions/A' } } },
          },
        },
      },
      definitions: { A: { type: 'object', properties: { b: { type: 'string' }, c: { type: 'string' } } } },
    });
    const of3 = parsedAs('openapi-3.0', {
      openapi: '3.0.0',
      paths: {
        '/a': {
          get: {
            parameters: [{ name: 'n', in: 'query', schema: { type: 'string' } }],
            responses: {
              '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
            },
          },
        },
      },
      components: { schemas: { A: { type: 'object', properties: { b: { type: 'string' } } } } },
    });
    expect([...marked(diffDescriptions(of2, of3)).keys()].sort()).toEqual([
      'GET /a no longer returns A.c',
      'GET /a takes n as string instead of integer',
      'The description is written in OpenAPI 3.0 instead of OpenAPI 2.0',
    ]);
  });

  it('finishes where schemas refer to each other without end', () => {
    const chain = (length: number, type: string) =>
      parsedAs('openapi-3.1', {
        paths: {
          '/a': {
            get: {
              responses: {
                '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } },
              },
            },
          },
        },
        components: {
          schemas: Object.fromEntries(
            Array.from({ length }, (_, index) => [
              `S${index}`,
              {
                type: 'object',
                properties: {
                  next: { $ref: `#/components/schemas/S${(index + 1) % length}` },
                  end: { type },
                },
              },
            ]),
          ),
        },
      });
    const diff = diffDescriptions(chain(5000, 'string'), chain(5000, 'integer'));
    expect(diff.breaking).toHaveLength(5000);
    expect(diffDescriptions(chain(97, 'string'), chain(101, 'string')).materialChange).toBe(true);
  });

  it('never throws, whatever stands in the place of a schema', () => {
    const odd = (value: unknown) => libraryWith((d) => add(d.components.schemas, { Book: value }));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const diff = diffDescriptions(odd(a), odd(b));
        expect(marked(diff).size > 0).toBe(diff.materialChange);
      }),
    );
  });
});

describe('changedPlaces', () => {
  const diffOf = (edit: Edit) => changedPlaces(diffDescriptions(BASE, libraryWith(edit)));

  it('is empty where nothing changed', () => {
    expect(diffOf(() => {})).toEqual([]);
  });

  it('names the most important first, each once', () => {
    expect(
      diffOf((d) => {
        add(d.paths, { '/new': { get: {} } });
        remove(d.paths, '/books/{id}');
        d.security[0]!.company.push('admin');
        add(NewBook(d).properties, { role: {} });
      }),
    ).toEqual([
      'POST /books also takes NewBook.role (a privilege)',
      'GET /books now also asks for the scope admin',
      'DELETE /books/{id} removed',
      'GET /new added',
    ]);
  });

  it('names five at most, and not at length', () => {
    const change = (index: number): Change => ({
      kind: 'operation-added',
      operation: null,
      pointer: '',
      what: `GET /${index} added`,
    });
    const other = Array.from({ length: 9 }, (_, index) => change(index));
    expect(changedPlaces({ breaking: [], security: [], other, materialChange: true })).toHaveLength(5);
    const many = diffOf((d) =>
      add(sort(d).schema, {
        enum: Array.from({ length: 500 }, (_, index) => `value ${index} ${'x'.repeat(100)}`),
      }),
    );
    for (const what of many) expect(what.length).toBeLessThanOrEqual(240);
  });
});
