import { describe, expect, it } from 'vitest';
import { listOpenapiOperations } from './openapi-operations.ts';
import { listOperations, operationPaths } from './operations.ts';
import { libraryWith, parsedAs } from './testing/library-description.ts';

const keysOf = (document: unknown) => listOperations(parsedAs('openapi-3.2', document)).map(({ key }) => key);

describe('the inventory of an OpenAPI document', () => {
  it('lists what it says of each operation', () => {
    const [list, add, remove] = listOpenapiOperations(libraryWith(() => {}).document);
    expect(list).toEqual({
      key: 'GET /books',
      method: 'GET',
      path: '/books',
      operationId: 'listBooks',
      summary: 'List books',
      tags: ['books', 'people'],
      deprecated: false,
      authenticated: true,
      security: ['company[books:read]'],
      pointer: '/paths/~1books/get',
    });
    expect(add?.security).toEqual(['company[books:read, books:write]', 'key']);
    expect(remove).toMatchObject({
      key: 'DELETE /books/{id}',
      pointer: '/paths/~1books~1{id}/delete',
      operationId: null,
    });
  });

  it('knows every method, and those that are not methods', () => {
    const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
    const item = Object.fromEntries([...methods, 'GET', 'parameters', 'x-get'].map((key) => [key, {}]));
    expect(keysOf({ paths: { '/a': item, 'x-b': item } })).toEqual(
      methods.map((method) => `${method.toUpperCase()} /a`),
    );
  });

  it('lists additional operations under the names they have', () => {
    const paths = { '/a': { get: {}, additionalOperations: { COPY: {}, 'x/y': {} } } };
    const operations = listOperations(parsedAs('openapi-3.2', { paths }));
    expect(operations.map(({ key, pointer }) => [key, pointer])).toEqual([
      ['GET /a', '/paths/~1a/get'],
      ['COPY /a', '/paths/~1a/additionalOperations/COPY'],
      ['x/y /a', '/paths/~1a/additionalOperations/x~1y'],
    ]);
  });

  it('counts a referenced path where it is used, and its operations point to where they stand', () => {
    const document = {
      paths: {
        '/a': { $ref: '#/components/pathItems/shared' },
        '/b': { $ref: '#/paths/~1b' },
        '/c': { $ref: 'other.yaml' },
      },
      components: { pathItems: { shared: { get: {} } } },
    };
    const operations = listOperations(parsedAs('openapi-3.1', document));
    expect(operations.map(({ key, pointer }) => [key, pointer])).toEqual([
      ['GET /a', '/components/pathItems/shared/get'],
    ]);
  });

  it.each([
    ['nothing at all', undefined, undefined, false],
    ['the security of the document', undefined, [{ key: [] }], true],
    ['its own, which is none', [], [{ key: [] }], false],
    ['an optional one', [{ key: [] }, {}], undefined, false],
    ['its own', [{ key: [] }], undefined, true],
  ])('%s decides about authentication', (_, own, common, authenticated) => {
    const operation = own === undefined ? {} : { security: own };
    const document = { paths: { '/a': { get: operation } }, ...(common && { security: common }) };
    expect(listOperations(parsedAs('openapi-3.0', document))[0]?.authenticated).toBe(authenticated);
  });

  it.each([
    [{}],
    [{ paths: null }],
    [{ paths: [] }],
    [{ paths: { '/a': null, '/b': 'x', '/c': { get: 'y' } } }],
  ])('reads %j as empty', (document) => {
    expect(keysOf(document)).toEqual([]);
    expect([...operationPaths(parsedAs('openapi-3.0', document))]).toEqual([]);
  });

  it('is not led astray by names that every object has', () => {
    const paths = JSON.parse(
      '{"/a":{"get":{"security":[{"constructor":[]}]},"__proto__":{"post":{}}},"__proto__":{"get":{}}}',
    );
    expect(keysOf({ paths })).toEqual(['GET /a', 'GET __proto__']);
  });
});
