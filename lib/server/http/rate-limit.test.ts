import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLIENT_HEADER, PEER_HEADER } from '../peer.ts';
import { useTestWorld } from '../testing/test-world.ts';
import type { ApiAnswer, ApiClient, CallOptions } from '../testing/api-client.ts';
import { Problem } from './problem.ts';
import { bucketOf, limitAddress, limitRate } from './rate-limit.ts';

/** As set unless the operator says otherwise, and what may be saved up of it. */
const PER_SECOND = 300;
const BURST = 5 * PER_SECOND;

const world = useTestWorld();
let used = 0;
/** Everybody's count is the process's: every test takes somebody new. */
const somebody = () => `192.0.2.${(used += 1)}`;

function refusalOf(act: () => void): Problem | null {
  try {
    act();
    return null;
  } catch (error) {
    return error as Problem;
  }
}

const spend = (name: string, times: number, now: number) =>
  Array.from({ length: times }, () => refusalOf(() => limitRate(name, now))).filter((one) => one !== null);

describe('the bucket', () => {
  it('holds five seconds’ worth, and says how long to wait once it is empty', () => {
    const name = somebody();
    expect(spend(name, BURST, 0)).toEqual([]);
    expect(refusalOf(() => limitRate(name, 0))).toMatchObject({ kind: 'rate-limited', retryAfter: 1 });
  });

  it('fills with time, never above its size', () => {
    const name = somebody();
    spend(name, BURST, 0);
    expect(spend(name, 31, 100)).toHaveLength(1);
    expect(spend(name, BURST + 1, 3_600_000)).toHaveLength(1);
  });

  it('is not emptied further by what was refused', () => {
    const name = somebody();
    spend(name, 3 * BURST, 0);
    expect(refusalOf(() => limitRate(name, 10))).toBeNull();
  });

  it('is everybody’s own, and an actor’s is not an address’s', () => {
    const [one, other] = [somebody(), somebody()];
    spend(one, BURST + 1, 0);
    expect(refusalOf(() => limitRate(other, 0))).toBeNull();
    expect(refusalOf(() => limitAddress(one, 0))).toBeNull();
  });

  it('of whoever asks all the time is not forgotten for ten thousand newcomers', () => {
    const name = somebody();
    spend(name, BURST, 0);
    for (let at = 0; at < 10_000; at += 1) {
      limitRate(`newcomer-${at}`, 0);
      if (at % 5000 === 0) refusalOf(() => limitRate(name, 0));
    }
    expect(refusalOf(() => limitRate(name, 0))).toMatchObject({ kind: 'rate-limited' });
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::9', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['forwarded', 'forwarded'],
  [null, 'unknown'],
])('%s pays from the bucket of %s', (address, bucket) => {
  expect(bucketOf(address)).toBe(bucket);
});

describe('over HTTP', () => {
  beforeEach(() => {
    // Nobody's bucket fills while a test empties it.
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const from = (address: string, headers: Record<string, string> = {}): CallOptions => ({
    headers: { [CLIENT_HEADER]: address, ...headers },
  });
  const WRONG = { authorization: 'Bearer gh_0000000000000000000000000000' };

  /** Asks until refused; how often it was answered before. */
  async function askUntilLimited(client: ApiClient, path: string, options: CallOptions) {
    let answer: ApiAnswer;
    let answered = 0;
    while ((answer = await client.get(path, options)).status !== 429 && answered <= BURST) answered += 1;
    return { answered, answer };
  }

  function expectLimited(answer: ApiAnswer) {
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.json).toMatchObject({
      status: 429,
      code: 'rate-limited',
      title: 'Too many requests',
      detail: `More than ${PER_SECOND} requests a second; wait 1 s.`,
      requestId: expect.any(String),
    });
  }

  it('an actor who asks too much is told to wait, wherever from, and nobody else is', async () => {
    const [eager, calm] = [await world.person('eager'), await world.person('calm')];
    const { answered, answer } = await askUntilLimited(eager.api, '/me', from(somebody()));
    expect(answered).toBe(BURST);
    expectLimited(answer);
    expectLimited(await eager.api.get('/apis', from(somebody())));
    expect((await calm.api.get('/me', from(somebody()))).status).toBe(200);
    vi.advanceTimersByTime(1000);
    expect((await eager.api.get('/me', from(somebody()))).status).toBe(200);
  });

  it.each([
    ['without a token', {}],
    ['with wrong tokens', WRONG],
  ])(
    'strangers %s are counted by their address, and shut nobody out who is known',
    async (_what, headers) => {
      const [shared, elsewhere] = [somebody(), somebody()];
      const { answered, answer } = await askUntilLimited(world.anonymous, '/me', from(shared, headers));
      expect(answered).toBe(BURST);
      expectLimited(answer);
      expect((await world.anonymous.get('/me', from(elsewhere, headers))).status).toBe(401);
      expectLimited(await world.anonymous.get('/openapi.json', from(shared)));
      const known = await world.person('known');
      expect((await known.api.get('/me', from(shared))).status).toBe(200);
    },
  );

  it('what watches the process is always answered', async () => {
    const address = somebody();
    await askUntilLimited(world.anonymous, '/me', from(address));
    expect((await world.anonymous.get('/healthz', from(address))).status).toBe(200);
    expect((await world.anonymous.get('/readyz', from(address))).status).toBe(200);
    expectLimited(await world.anonymous.get('/metrics', from(address, { ...WRONG, [PEER_HEADER]: address })));
  });
});
