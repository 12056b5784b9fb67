import { json, problem, type Answer } from './scripted-gate.ts';

/** Must never be seen in an output. */
export const TOKEN = 'gh_canary_5f1d0c7be2';
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export const REASON = {
  code: 'review.none',
  message: 'Nobody has asked for a review of this revision.',
  unblockers: ['dev@example.test', 'dora@example.test'],
  url: 'https://gatehouse.example.com/apis/x',
};
export const decision = (outcome: string, more: Record<string, unknown> = {}) => ({
  decisionId: 'd-1',
  outcome,
  enforced: true,
  allowed: outcome === 'allowed',
  reasons: outcome === 'allowed' ? [] : [REASON],
  revision: 'r-1',
  evaluatedAt: '2026-01-02T03:04:05.000Z',
  ...more,
});
const says = (outcome: string, more?: Record<string, unknown>): Answer => json(200, decision(outcome, more));
const raw =
  (status: number, type: string, body: string): Answer =>
  (res) => {
    res.writeHead(status, { 'content-type': type }).end(body);
  };
const reset: Answer = (res) => res.destroy();
/** What somebody may have called their API. */
export const HOSTILE = 'first\r\n::error::second ##vso[task.complete]%25 ##[endgroup]\u001b[31m';

/** What the gate answers, by the slug it is asked about: in this order, the last answer for ever. */
export const SCRIPT: Record<string, Answer[]> = {
  allowed: [says('allowed', { expiresAt: '2026-03-01T00:00:00.000Z' })],
  prevented: [says('prevented')],
  awaiting: [says('awaiting')],
  invalid: [says('invalid')],
  shadowed: [says('prevented', { enforced: false, allowed: true })],
  'shadow-awaiting': [says('awaiting', { enforced: false, allowed: true })],
  'shadow-invalid': [says('invalid', { enforced: false, allowed: true })],
  html: [raw(200, 'text/html', '<html>Sign in to the proxy</html>')],
  'html-as-json': [raw(200, 'application/json', '<html>allowed: true</html>')],
  'json-as-text': [raw(200, 'text/plain', JSON.stringify(decision('allowed')))],
  empty: [raw(200, 'application/json', '')],
  'null-answer': [raw(200, 'application/json', 'null')],
  'no-outcome': [json(200, {})],
  'odd-outcome': [says('banana', { allowed: true })],
  'no-allowed': [says('allowed', { allowed: undefined })],
  'text-allowed': [says('prevented', { allowed: 'false' })],
  'allowed-and-not': [says('allowed', { allowed: false })],
  'prevented-but-allowed': [says('prevented', { allowed: true })],
  'no-enforced': [says('allowed', { enforced: undefined })],
  'no-time': [says('allowed', { evaluatedAt: 'yesterday' })],
  'no-reasons': [says('prevented', { reasons: undefined })],
  'odd-reason': [says('prevented', { reasons: [{ code: 'x' }] })],
  created: [json(201, decision('allowed'))],
  e500: [json(500, decision('allowed'))],
  endless: [
    raw(200, 'application/json', JSON.stringify(decision('allowed', { padding: 'x'.repeat(5_000_000) }))),
  ],
  redirect: [(res) => res.writeHead(302, { location: '/elsewhere' }).end()],
  silent: [() => undefined],
  drip: [
    (res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => res.write(' '), 100);
      res.on('close', () => clearInterval(timer));
    },
  ],
  truncated: [
    (res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' });
      res.write('{"outcome":"allowed","allowed":true', () => res.destroy());
    },
  ],
  reset: [reset],
  e503: [problem(503, 'Down', { 'retry-after': '0' })],
  e429: [problem(429, 'Slow down')],
  'proxy-403': [raw(403, 'text/html', '<html>blocked</html>')],
  e401: [problem(401, 'No identity')],
  e403: [problem(403, 'Forbidden')],
  e422: [
    json(422, {
      title: 'Not valid',
      code: 'validation',
      errors: [{ pointer: '/artifact/digest', detail: 'Expected a digest.' }],
    }),
  ],
  recovers: [problem(503, 'Starting'), reset, says('allowed')],
  later: [says('awaiting'), says('awaiting'), says('allowed'), says('allowed', { decisionId: 'd-2' })],
  worse: [says('awaiting'), says('prevented')],
  'falls-silent': [says('awaiting'), reset],
  'no-revision': [says('awaiting', { revision: null }), says('allowed')],
  hostile: [
    says('prevented', {
      reasons: [{ code: HOSTILE, message: HOSTILE, unblockers: [HOSTILE], url: HOSTILE }],
      decisionId: HOSTILE,
    }),
  ],
  echo: [says('prevented', { reasons: [{ ...REASON, message: `You sent ${TOKEN}.` }] })],
  'echo-problem': [problem(403, `Token ${TOKEN} lacks a scope`)],
  attested: [says('allowed', { attestation: { payloadType: 'p', payload: 'cGF5', signatures: [] } })],
};
