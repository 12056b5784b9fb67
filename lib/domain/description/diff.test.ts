import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDescriptions } from './diff.ts';
import { libraryWith, parsedAs } from './testing/library-description.ts';
import { add, book, list, marked, newBook, remove } from './testing/library-edits.ts';
import type { Edit } from './testing/library-edits.ts';

const BASE = libraryWith(() => {});

describe('diffDescriptions', () => {
  it('points to the newer description, or to the older where nothing is left', () => {
    const pointerOf = (edit: Edit) => diffDescriptions(BASE, libraryWith(edit)).breaking[0]?.pointer;
    expect(pointerOf((d) => newBook(d).required.push('pages'))).toBe(
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
        add(book(d).properties.title, { default: 'x' });
        add(d.components, { responses: { Gone: { description: '' } } });
      }),
    );
    expect([...marked(diff).keys()].sort()).toEqual([
      '/components/responses added',
      '/paths/~1books/get/x-amazon-apigateway-auth added',
      'GET /books is now deprecated, without saying when it ends',
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
