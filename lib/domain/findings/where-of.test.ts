import { describe, expect, it } from 'vitest';
import { whereOf } from './where-of.ts';

const at = (pointers: string[], operationCount = 452, more = {}) =>
  whereOf({
    operations: ['GET /a', 'GET /b'],
    operationCount,
    occurrences: pointers.length,
    pointers,
    ...more,
  });

describe('where a finding stands', () => {
  it.each([
    ['the only operation', ['/paths/~1a/get'], 1, 'GET /a'],
    [
      'a member of what is shared',
      ['/components/schemas/source/properties/client_secret'],
      452,
      'source.client_secret',
    ],
    [
      'a member further down',
      ['/components/schemas/File--Full/allOf/1/properties/link/allOf/0/properties/token'],
      8,
      'File--Full.link.token',
    ],
    ['a member called properties', ['/components/schemas/a/properties/properties'], 8, 'a.properties'],
    ['what is shared itself', ['/components/securitySchemes/basicAuth/scheme'], 452, 'basicAuth'],
    ['a name with a slash', ['/definitions/a~1b/properties/c~0d'], 3, 'a/b.c~d'],
    ['several members of one', ['/types/Input/fields/ownerId', '/types/Input/fields/role'], 2, 'Input'],
    [
      'the only path',
      ['/paths/~1rates~1{token}/get/parameters/1', '/paths/~1rates~1{token}/post/parameters/0'],
      2,
      '/rates/{token}',
    ],
    ['several paths', ['/paths/~1a/get', '/paths/~1b/get'], 2, null],
    ['several shared ones', ['/components/schemas/a', '/components/schemas/b'], 7, null],
    ['a path and what is shared', ['/components/schemas/a', '/paths/~1b/get'], 7, null],
    ['the whole document', [''], 452, null],
    ['no operation', ['/info', '/servers/0'], 0, null],
  ])('is told by %s, or by nothing', (_, pointers, operationCount, where) => {
    expect(at(pointers, operationCount)).toBe(where);
  });

  it('claims nothing of places that are not given', () => {
    expect(at(['/components/schemas/a'], 7, { occurrences: 4000 })).toBeNull();
  });
});
