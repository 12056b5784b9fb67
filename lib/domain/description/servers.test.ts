import { describe, expect, it } from 'vitest';
import { listServers } from './servers.ts';
import { parsedAs } from './testing/library-description.ts';
import type { DescriptionFormat } from '../words.ts';

const urls = (format: DescriptionFormat, document: unknown) =>
  listServers(parsedAs(format, document)).map(({ url }) => url);

describe('listServers', () => {
  it.each<[DescriptionFormat, object, string[]]>([
    [
      'openapi-2.0',
      { host: 'a.example', basePath: '/v1', schemes: ['https', 'http'] },
      ['https://a.example/v1', 'http://a.example/v1'],
    ],
    ['openapi-2.0', { host: 'a.example' }, ['//a.example']],
    ['openapi-2.0', { basePath: '/v1' }, ['/v1']],
    ['openapi-2.0', {}, []],
    [
      'openapi-3.0',
      { servers: [{ url: 'https://a.example' }, { url: 'https://a.example' }, 'x', {}] },
      ['https://a.example'],
    ],
    [
      'asyncapi-2',
      { servers: { production: { url: 'broker.example:5671', protocol: 'amqps' } } },
      ['amqps://broker.example:5671'],
    ],
    [
      'asyncapi-3',
      { servers: { a: { host: 'broker.example', pathname: '/q', protocol: 'wss' } } },
      ['wss://broker.example/q'],
    ],
    ['graphql', {}, []],
    ['protobuf', {}, []],
  ])('%s %j', (format, document, expected) => {
    expect(urls(format, document)).toEqual(expected);
  });

  it('adds the servers of single paths and operations', () => {
    const item = {
      servers: [{ url: 'https://b.example' }],
      get: { servers: [{ url: 'https://c.example' }] },
      put: {},
    };
    const document = { servers: [{ url: 'https://a.example' }], paths: { '/a': item } };
    expect(urls('openapi-3.0', document)).toEqual([
      'https://a.example',
      'https://b.example',
      'https://c.example',
    ]);
  });
});
