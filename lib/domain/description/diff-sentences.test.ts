import { describe, expect, it } from 'vitest';
import { diffDescriptions } from './diff.ts';
import { libraryWith } from './testing/library-description.ts';
import {
  add,
  book,
  create,
  destroy,
  limit,
  list,
  marked,
  newBook,
  person,
  remove,
  sort,
} from './testing/library-edits.ts';
import type { Edit, Marks } from './testing/library-edits.ts';

const BASE = libraryWith(() => {});

const CASES: [Edit, Marks, string][] = [
  [(d) => remove(d.paths['/books/{id}'], 'delete'), 'breaking', 'DELETE /books/{id} removed'],
  [(d) => add(d.paths['/books/{id}'], { get: {} }), 'other', 'GET /books/{id} added'],
  [
    (d) => add(d.paths, { '/open': { get: { security: [] } } }),
    'security',
    'GET /open added, without authentication',
  ],
  [
    (d) => add(list(d), { deprecated: true }),
    'breaking',
    'GET /books is now deprecated, without saying when it ends',
  ],
  [
    (d) => add(list(d), { deprecated: true, 'x-sunset': '2030-01-31' }),
    'other',
    'GET /books is now deprecated, until 2030-01-31',
  ],
  [
    (d) => add(list(d), { deprecated: true, description: 'Will be removed in spring.' }),
    'other',
    'GET /books is now deprecated',
  ],
  [
    (d) => remove(list(d).responses, '429'),
    'security',
    'GET /books no longer answers 429, for too many requests',
  ],
  [
    (d) => add(book(d).properties, { owner: { properties: { login: { properties: { password: {} } } } } }),
    'security',
    'GET /books (and 1 more) also returns Book.owner (with login.password, a secret)',
  ],
  [
    (d) => add(newBook(d).properties, { keeper: { allOf: [{ properties: { role: {} } }] } }),
    'security',
    'POST /books also takes NewBook.keeper (with role, a privilege)',
  ],
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
  [(d) => add(newBook(d).properties, { isbn: {} }), 'other', 'POST /books also takes NewBook.isbn'],
  [
    (d) => add(newBook(d).properties, { role: {} }),
    'security',
    'POST /books also takes NewBook.role (a privilege)',
  ],
  [
    (d) => (add(newBook(d).properties, { isbn: {} }), newBook(d).required.push('isbn')),
    'breaking',
    'POST /books requires the new NewBook.isbn',
  ],
  [(d) => remove(newBook(d).properties, 'pages'), 'breaking', 'POST /books no longer takes NewBook.pages'],
  [(d) => newBook(d).required.push('pages'), 'breaking', 'POST /books now requires NewBook.pages'],
  [(d) => newBook(d).required.pop(), 'other', 'POST /books no longer requires NewBook.title'],
  [
    (d) => add(newBook(d).properties.pages, { nullable: false }),
    'breaking',
    'POST /books no longer takes null for NewBook.pages',
  ],
  [
    (d) => remove(newBook(d), 'additionalProperties'),
    'security',
    'POST /books takes undescribed properties in NewBook',
  ],
  [
    (d) => remove(newBook(d).properties.title, 'pattern'),
    'security',
    'POST /books drops the pattern of NewBook.title',
  ],
  [
    (d) => add(newBook(d).properties.title, { pattern: '^x' }),
    'breaking',
    'POST /books changes the pattern of NewBook.title',
  ],
  [
    (d) => remove(book(d).properties, 'title'),
    'breaking',
    'GET /books (and 1 more) no longer returns Book.title',
  ],
  [(d) => book(d).required.pop(), 'breaking', 'GET /books (and 1 more) may leave out Book.title'],
  [(d) => book(d).required.push('state'), 'other', 'GET /books (and 1 more) always returns Book.state'],
  [
    (d) => add(book(d).properties.title, { type: 'integer' }),
    'breaking',
    'GET /books (and 1 more) returns Book.title as integer instead of string',
  ],
  [
    (d) => add(book(d).properties.title, { nullable: true }),
    'breaking',
    'GET /books (and 1 more) may return null for Book.title',
  ],
  [
    (d) => add(book(d).properties, { passwordHash: {} }),
    'security',
    'GET /books (and 1 more) also returns Book.passwordHash (a secret)',
  ],
  [
    (d) => add(person(d).properties, { email: {} }),
    'security',
    'GET /books (and 1 more) also returns Person.email (personal data)',
  ],
  [(d) => add(book(d).properties, { shelf: {} }), 'other', 'GET /books (and 1 more) also returns Book.shelf'],
  [
    (d) => book(d).properties.state.enum.push('sold'),
    'breaking',
    'GET /books (and 1 more) also returns "sold" for Book.state',
  ],
  [
    (d) =>
      add(book(d).properties.author, {
        $ref: undefined,
        oneOf: [{ $ref: '#/components/schemas/Person' }, { title: 'Name' }],
      }),
    'breaking',
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

describe('the sentence about a change', () => {
  it.each(CASES.map(([edit, marks, what]) => [what, marks, edit] as const))('%s: %s', (what, marks, edit) => {
    const diff = diffDescriptions(BASE, libraryWith(edit));
    expect(marked(diff).get(what) ?? [...marked(diff).keys()]).toBe(marks);
    expect(diff.materialChange).toBe(true);
  });
});
