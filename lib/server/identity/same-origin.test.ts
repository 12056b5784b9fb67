import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const LOCAL = 'http://127.0.0.1:3000';
const PUBLIC = 'https://gatehouse.example.com';

describe('isSameOrigin', () => {
  it.each([
    ['the portal itself', 'https://gatehouse.example.com', PUBLIC, true],
    ['no Origin', null, PUBLIC, false],
    ['an empty Origin', '', PUBLIC, false],
    ['the null origin', 'null', PUBLIC, false],
    ['another host', 'https://evil.example', PUBLIC, false],
    ['a host that begins alike', 'https://gatehouse.example.com.evil.example', PUBLIC, false],
    ['a host that ends alike', 'https://evilgatehouse.example.com', PUBLIC, false],
    ['a parent of the host', 'https://example.com', PUBLIC, false],
    ['the host over http', 'http://gatehouse.example.com', PUBLIC, false],
    ['another port', 'https://gatehouse.example.com:8443', PUBLIC, false],
    ['the default port written out', 'https://gatehouse.example.com:443', PUBLIC, false],
    ['upper case', 'https://GATEHOUSE.example.com', PUBLIC, false],
    ['with a path', 'https://gatehouse.example.com/', PUBLIC, false],
    ['with credentials', 'https://gatehouse.example.com@evil.example', PUBLIC, false],
    ['two origins', 'https://gatehouse.example.com https://gatehouse.example.com', PUBLIC, false],
    ['a local one for a public portal', 'http://localhost:3000', PUBLIC, false],
    ['this machine by its other name', 'http://localhost:3000', LOCAL, true],
    ['this machine by its IPv6 name', 'http://[::1]:3000', LOCAL, true],
    ['this machine, another port', 'http://localhost:3001', LOCAL, false],
    ['this machine over https', 'https://localhost:3000', LOCAL, false],
    ['another address of the loopback network', 'http://127.0.0.2:3000', LOCAL, false],
    ['a name that begins like this machine', 'http://localhost.evil.example:3000', LOCAL, false],
    ['a name under localhost', 'http://evil.localhost:3000', LOCAL, false],
    ['a script address', 'javascript:alert(1)', LOCAL, false],
  ])('%s: %s at %s is %s', (_name, origin, portal, expected) => {
    expect(isSameOrigin(origin, portal)).toBe(expected);
  });
});
