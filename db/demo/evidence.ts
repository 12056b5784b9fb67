import type { Answer } from '../../lib/domain/words.ts';
import { random } from './random.ts';

export interface WrittenAnswer {
  answer: Answer;
  evidence: string;
}

/** What teams write beside a yes, by checklist item; a leading `n/a:` makes it not-applicable with that reason. */
const EVIDENCE: Record<string, readonly string[]> = {
  'object-authorisation': [
    'Every query goes through scopedTo(caller) in src/data/scope.ts. Test: two tenants, 34 cases, test/authz/objects.spec.ts.',
    'Row-level policies in the database by account; the service role cannot switch them off. test/sql/policies.sql.',
    'Checked in the load step of each handler; contract test "foreign object" answers 404 for all operations with an id.',
  ],
  'list-scoping': [
    'Lists, totals and exports use the same scoped view. Test compares the answers of two tenants.',
    'The account filter comes from the token; a query parameter can only narrow it. See ListQuery.forCaller.',
  ],
  'response-properties': [
    'Responses are built by mappers with explicit fields; the contract test fails on an undescribed property.',
    'Serialiser works from the OpenAPI schema with additionalProperties: false, checked in the build.',
  ],
  'writable-properties': [
    'Create and update have input schemas of their own; unknown properties get 422. Test "mass assignment".',
    'Bound by allow-list in the input types; server-owned fields are readOnly and refused.',
  ],
  'personal-data': [
    'Fields and purposes are in the record of processing, entry by product area; phone is masked for partners.',
    'Reviewed with the privacy team; birth date is only returned as a flag "of age".',
  ],
  'function-authorisation': [
    'Routes declare a scope; the router refuses to start without one. Generated table: docs/scopes.md.',
    'Gateway policy per operation, deny by default, generated from the description on each release.',
    'Middleware requireScope on the router root; unit test walks all routes and methods.',
  ],
  'admin-separation': [
    'Scope admin:* is granted to six people through the access desk; separate host, second factor.',
    'Administrative paths are served on the internal listener only.',
  ],
  'refusals-tested': [
    'Generated suite: operations × no token, foreign token, small role; runs on every merge request.',
    'test/authz runs 212 cases against the built image; last run is linked in the release ticket.',
  ],
  'authentication-declared': ['Only reading of public data is open; everything else requires a token.'],
  'open-operations-intended': [
    'Open operations are sign-in and reset; limited to 10 a minute by address and account.',
    'Public reference data, cached at the edge, no identifiers of customers.',
  ],
  'credentials-out-of-addresses': [
    'Tokens are accepted in the Authorization header only; the proxy drops query credentials.',
  ],
  'current-authentication-schemes': [
    'OAuth 2.0 with Front Door ID; no other scheme is enabled at the gateway.',
    'Mutual TLS inside the mesh and tokens of Front Door ID outside; basic was switched off in spring.',
  ],
  'token-validation': [
    'Shared library auth-kit 4: issuer, audience, expiry, algorithm fixed. Tests with four bad tokens.',
    'Checked at the gateway, network policy allows no other way in; keys refreshed hourly.',
  ],
  'credential-guessing': [
    'n/a: The API accepts no credentials of people; sign-in and its limits are with Front Door ID.',
    'Limits by account and address with growing delay; alert "many accounts, few failures" goes to the duty channel.',
  ],
  'rate-limits-declared': ['All operations reference the shared 429 answer with Retry-After.'],
  'limits-enforced': [
    'Gateway: 50 requests/s by client, burst 100, body 256 kB, 10 s timeout. Load test of last month attached to the ticket.',
    'Rate limit by token at the edge; request validation enforces lengths before the handler.',
  ],
  'lists-bounded': ['Page size is 100 at most, larger values get 422; cursor paging.'],
  'upload-safety': [
    '10 MB, allow-list of types by content, stored under random names in a bucket without public access, malware scan.',
    'Uploads go through the shared intake service, which limits, scans and renames.',
  ],
  'graphql-limits': ['Depth 8, cost 1000, 10 aliases, batches off; introspection needs a staff token.'],
  'sensitive-flows': [
    'Limits by person and payment means; velocity rules in Keelpay Shield; alert above 3 standard deviations.',
    'At most 20 an hour by account, then a second factor; tested with a replayed script.',
  ],
  'repeat-safety': [
    'Idempotency-Key stored in the transaction of the effect; test sends 50 in parallel.',
    'Unique constraint on the business key; second request gets the first answer.',
  ],
  'outbound-requests': [
    'Addresses are resolved once and checked, egress proxy without internal routes, redirects off. Tests with 12 addresses.',
    'Only registered https hosts; requests leave through the webhook relay.',
  ],
  'encrypted-servers': ['Broker and service listeners accept TLS 1.3 only; report of the scanner attached.'],
  'errors-declared': ['All operations reference the shared problem answers.'],
  'errors-reveal-nothing': [
    'One error handler, RFC 9457, request id only; four provoked errors are in the test suite.',
    'Unknown errors become "internal error" with the trace id; headers are stripped at the gateway.',
  ],
  'configuration-hardened': [
    'Base image and chart of Groundwork, debug off, secrets from the vault, weekly replacement; scan without critical results.',
    'Actuator on the management port only; cross-origin list has two hosts; dependency scan is green.',
  ],
  'security-events': [
    '401, 403, 429 and administrative calls go to the log platform; alert to the duty channel; 400 days.',
    'Structured events through auth-kit; token and personal fields are filtered by allow-list.',
  ],
  'inventory-current': [
    'The build compares registered routes with the description in both directions; no difference.',
    'Gateway export of this week matches the description; staging uses synthetic data only.',
  ],
  'versions-declared': ['The deprecated operations carry x-sunset; the two remaining callers were told.'],
  'third-party-responses': [
    'Two services are consumed, answers validated with schemas, 2 s timeout, signatures of webhooks checked with age limit.',
    'n/a: The service calls nobody outside and receives no webhooks; see the egress policy.',
  ],
};

const FALLBACK: WrittenAnswer = {
  answer: 'yes',
  evidence: 'See the security page of the service in the handbook.',
};

/** The answer a team gives to an item that the scan left open: always the same one for the same API and item. */
export function writtenAnswer(slug: string, key: string): WrittenAnswer {
  const texts = EVIDENCE[key];
  if (!texts) return FALLBACK;
  const text = random(`${slug} ${key}`).pick(texts);
  return text.startsWith('n/a: ')
    ? { answer: 'not-applicable', evidence: text.slice(5) }
    : { answer: 'yes', evidence: text };
}

/** Keys with texts of their own: those that the default checklist asks. */
export const EVIDENCED_KEYS: readonly string[] = Object.keys(EVIDENCE);
