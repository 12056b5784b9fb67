import { describe, expect, it } from 'vitest';
import { clientAddress, isLoopbackPeer } from './peer.ts';

const PROXIES = ['10.0.0.0/8', '::1'];

describe('where a request comes from', () => {
  it.each([
    ['nobody forwarded it', '192.0.2.9', '', '192.0.2.9'],
    ['somebody unknown says so', '192.0.2.9', '198.51.100.1', '192.0.2.9'],
    ['a trusted proxy says so', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the trusted one is a mapped address', '::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['two trusted proxies stand in line', '10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['the client wrote the header, too', '10.0.0.1', '203.0.113.7, 198.51.100.1', '198.51.100.1'],
    ['the client named a trusted proxy', '10.0.0.1', '203.0.113.7, 10.0.0.5, 198.51.100.1', '198.51.100.1'],
    ['everybody on the way is trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['the proxy adds a port', '10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['the proxy speaks IPv6', '::1', '[2001:db8::1]:4711', '2001:db8::1'],
    ['the proxy says nothing usable', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['what is said is no address', '10.0.0.1', '198.51.100.1, example.com', '10.0.0.1'],
  ])('when %s', (_when, peer, forwardedFor, expected) => {
    expect(clientAddress(peer, forwardedFor, PROXIES)).toBe(expected);
  });

  it('is the peer alone as long as no proxy is trusted', () => {
    for (const peer of ['127.0.0.1', '10.0.0.1', '::1'])
      expect(clientAddress(peer, '198.51.100.1', [])).toBe(peer);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['forwarded', false],
  ['1127.0.0.1', false],
  ['127.0.0.1.example.com', false],
  [null, false],
])('%s is this machine: %s', (address, expected) => {
  expect(isLoopbackPeer(address)).toBe(expected);
});
