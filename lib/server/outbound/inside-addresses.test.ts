import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { INSIDE, names, refusal, useInsideWorld } from '../testing/inside-world.ts';
import type { Resolve } from './fetch-public.ts';

// Nothing here may ever connect to the sink.
const inside = useInsideWorld();

it('the sink counts', async () => {
  await new Promise<void>((done) => {
    connect(inside.port, '127.0.0.1').on('close', () => done());
  });
  expect(inside.connections).toBe(1);
});

describe('addresses that lead inside', () => {
  it.each([
    // IPv4 in every spelling that an address bar understands.
    'http://127.0.0.1',
    'http://127.1',
    'http://127.0.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0x7f.0.0.1',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://0177.0.0.0x1',
    'http://017700000001',
    'http://127.000.000.001',
    'http://127.0.0.1.',
    'http://１２７.０.０.１',
    'http://127。0。0。1',
    'http://%31%32%37.0.0.1',
    'http://127.255.255.254',
    'http://0.0.0.0',
    'http://0',
    'http://10.0.0.1',
    'http://172.16.0.1',
    'http://172.31.255.255',
    'http://192.168.1.1',
    'http://169.254.169.254',
    'http://0xa9fea9fe',
    'http://2852039166',
    'http://0251.0376.0251.0376',
    'http://100.64.0.1',
    'http://100.100.100.200',
    'http://168.63.129.16',
    'http://192.0.0.192',
    'http://192.0.2.1',
    'http://198.18.0.1',
    'http://198.51.100.7',
    'http://203.0.113.7',
    'http://224.0.0.1',
    'http://240.0.0.1',
    'http://255.255.255.255',
    // IPv6, and IPv4 inside it.
    'http://[::1]',
    'http://[::]',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[::ffff:169.254.169.254]',
    'http://[0:0:0:0:0:ffff:10.0.0.1]',
    'http://[::127.0.0.1]',
    'http://[::7f00:1]',
    'http://[::ffff:0:127.0.0.1]',
    'http://[64:ff9b::127.0.0.1]',
    'http://[64:ff9b::7f00:1]',
    'http://[64:ff9b:1::10.0.0.1]',
    'http://[2002:7f00:1::]',
    'http://[2002:a9fe:a9fe::1]',
    'http://[2001:0:7f00:1::1]',
    'http://[fe80::1]',
    'http://[fec0::1]',
    'http://[fc00::1]',
    'http://[fd00:ec2::254]',
    'http://[ff02::1]',
    'http://[2001:db8::1]',
    'http://[3fff::1]',
    'http://[5f00::1]',
    'http://[100::1]',
    // The machine's own name.
    'http://localhost',
    'http://LOCALHOST',
    'http://localhost.',
    'http://ｌｏｃａｌｈｏｓｔ',
    'https://localhost',
    'https://127.0.0.1',
    'http:127.0.0.1',
    'http:\\\\127.0.0.1',
  ])('%s is refused', async (address) => {
    const problem = await refusal(`${address}:${inside.port}/openapi.json`);
    expect(problem).toMatchObject({ kind: 'invalid', code: INSIDE });
    expect(problem.message).toContain('GATEHOUSE_ALLOWED_NETWORKS');
    expect(inside.connections).toBe(0);
  });

  it.each([22, 25, 80, 443, 2375, 5432, 6379, 9200, 65_535])('port %i makes no difference', async (at) => {
    expect(await refusal(`http://127.0.0.1:${at}/`)).toMatchObject({ code: INSIDE });
  });
});

describe('what is no address to fetch', () => {
  it.each([
    ['ftp://example.test/openapi.json', 'import.scheme'],
    ['file:///etc/passwd', 'import.scheme'],
    ['gopher://127.0.0.1:6379/_INFO', 'import.scheme'],
    ['data:application/json,{}', 'import.scheme'],
    ['javascript:alert(1)', 'import.scheme'],
    ['blob:http://127.0.0.1/x', 'import.scheme'],
    ['ws://127.0.0.1/', 'import.scheme'],
    ['unix:/var/run/docker.sock', 'import.scheme'],
    ['http://[fe80::1%25eth0]/', 'import.scheme'],
    ['http://[fe80::1%eth0]/', 'import.scheme'],
    ['http://127.0.0.1:99999/', 'import.scheme'],
    ['http://256.256.256.256/', 'import.scheme'],
    ['//127.0.0.1/', 'import.scheme'],
    ['', 'import.scheme'],
    ['http://user:secret@example.test/', 'import.credentials'],
    ['http://127.0.0.1@example.test/', 'import.credentials'],
    ['http://example.test@127.0.0.1/', 'import.credentials'],
  ])('%s is refused', async (address, code) => {
    const problem = await refusal(address);
    expect(problem).toMatchObject({ kind: 'invalid', code });
    expect(problem.message).not.toContain('secret');
    expect(inside.connections).toBe(0);
  });
});

describe('names', () => {
  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['10.0.0.8']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['fd00::1']],
    [['0.0.0.0']],
    [['64:ff9b::7f00:1']],
    // One inside address among outside ones is a trick.
    [['93.184.215.14', '127.0.0.1']],
    [['127.0.0.1', '93.184.215.14']],
  ])('that stand for %j are refused', async (addresses) => {
    const resolve = names({ 'evil.example.test': addresses });
    expect(await refusal(`http://evil.example.test:${inside.port}/`, { resolve })).toMatchObject({
      code: INSIDE,
    });
    expect(inside.connections).toBe(0);
  });

  it('are judged by the answer that is connected to, not by an earlier one', async () => {
    let asked = 0;
    const rebinding: Resolve = (_name, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '93.184.215.14', family: 4 }]);
    };
    const problem = await refusal(`http://rebind.example.test:${inside.port}/`, { resolve: rebinding });
    expect({ asked, code: problem.code }).toEqual({ asked: 1, code: INSIDE });
    expect(inside.connections).toBe(0);
  });

  it('that nobody knows are told as such', async () => {
    const problem = await refusal('http://nowhere.example.test/');
    expect(problem).toMatchObject({ kind: 'invalid', code: 'import.unreachable' });
    expect(problem.message).toBe('nowhere.example.test is a name nobody knows.');
  });
});
