import type { ChecklistItem } from '../types.ts';

/** How much a caller can consume, and which business flows can be abused by machines: API4 and API6. */
export const CONSUMPTION_ITEMS: ChecklistItem[] = [
  {
    key: 'rate-limits-declared',
    question:
      'Does the description tell callers the rate limit of each operation: headers that state it, and the answer 429 with Retry-After?',
    owasp: ['API4'],
    why: 'Clients that do not know the limit retry at once and turn a small overload into an outage. A limit that is not described is often not there either.',
    guidance: [
      'Add a 429 response with Retry-After to every operation, best as one shared component, and RateLimit headers to the other answers.',
      'State in the description how much is allowed, for whom and in which time.',
      'The scan offers a patch that adds the missing answers.',
      'Evidence: filled in by the scan where nothing is missing. Otherwise what is missing, and why that is right.',
    ].join('\n'),
    appliesTo: { tiers: ['high', 'critical'], kinds: ['rest'] },
    settledBy: 'rate-limits-declared',
  },
  {
    key: 'limits-enforced',
    question:
      'Are requests per caller, size of the body, length of arrays and strings, and time per request limited before the handler works?',
    owasp: ['API4'],
    why: 'Without limits one caller, hostile or merely broken, takes the service away from everybody, or runs up a bill for messages, maps or computing time.',
    guidance: [
      'Set limits at the gateway by credential (address only where there is none): rate, burst and concurrent requests.',
      'Refuse large bodies before reading them (413), validate maxLength, maxItems and number ranges, limit decompressed sizes.',
      'Give each request and each call to a database or other service a time limit, and cap what costs money per request (messages, documents, checks).',
      'Evidence: the configuration with the values, and a load test or a request that was refused with 429 or 413.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'] },
  },
  {
    key: 'lists-bounded',
    question: 'Does every list have a page size with a maximum that the server enforces?',
    owasp: ['API4'],
    why: 'limit=1000000 reads the table into memory, and a list without pages does so for every caller once the data has grown.',
    guidance: [
      'Give every list a limit parameter with minimum, maximum and default in the schema, and a cursor; refuse larger values with 422.',
      'Bound exports and aggregates as well, or run them in the background.',
      'Keep the cost of deep pages flat: a cursor, not an offset.',
      'Evidence: the maximum, and the test that asks for more. The scan names lists without a declared maximum.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['lists'] },
  },
  {
    key: 'upload-safety',
    question:
      'Are uploaded files limited in size and number, checked by content, and stored where they can neither be executed nor guessed?',
    owasp: ['API4', 'API8'],
    why: 'An upload lets a stranger write to your disks: it fills them, carries malware to colleagues, or becomes a page on your own domain.',
    guidance: [
      'Limit size, count and total per caller before the file is read; limit what an archive or image may unpack to.',
      'Decide the type from the content and an allow-list, not from the name or the Content-Type sent.',
      'Store under a new random name outside of anything served or executed, scan for malware, and serve with Content-Disposition: attachment from a separate host.',
      'Evidence: the limits, the allow-list, and tests with a too large, a renamed and a malicious (EICAR) file.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'], features: ['file-upload'] },
  },
  {
    key: 'graphql-limits',
    question:
      'Are depth, cost, aliases and batch size of a GraphQL request limited, and is introspection closed to strangers in production?',
    owasp: ['API4'],
    why: 'One short query can ask for millions of nodes, and a batch of aliases tries a thousand passwords in a single request that counts once.',
    guidance: [
      'Limit depth (about 10) and computed cost per request, with first/last capped on every connection.',
      'Limit aliases and operations in a batch, and count them one by one in the rate limit.',
      'Accept only persisted queries from your own clients where you can; close introspection and the playground to strangers.',
      'Check authorisation in resolvers or below, for each field that needs it: a node can be reached by many ways.',
      'Evidence: the limits with their values, and a query that exceeds each and is refused.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'], features: ['graphql'] },
  },
  {
    key: 'sensitive-flows',
    question:
      'Are flows worth abusing (payment, transfer, booking, sign-up, reset, invitation, voucher) protected against being run by machines?',
    owasp: ['API6'],
    why: 'Each request is valid, the harm is in their number: hoarded slots, tested cards, invented accounts, drained vouchers. No scanner of single requests sees it.',
    guidance: [
      'List the flows with what a thousand runs an hour would cost the company or its customers.',
      'Limit each by person, device and payment means, not only by address; add a delay, a confirmation or a second factor where the sum is large.',
      'Watch for what people do not do: constant intervals, skipped steps, many accounts from one device.',
      'Evidence: the flows with the limit of each, and the alert that fires when it is exceeded.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['sensitive-flows'] },
  },
  {
    key: 'repeat-safety',
    question: 'Does a repeated, replayed or simultaneous request have its effect only once?',
    owasp: ['API6'],
    why: 'Networks repeat requests and attackers race them. Without protection a refund is paid twice and a voucher is used by fifty requests in the same second.',
    guidance: [
      'Accept an Idempotency-Key on operations that move money, goods or rights, and store it in the same transaction as the effect.',
      'Let the database decide races: a unique constraint or a conditional update, not a check before a write.',
      'Refuse signed requests that are older than a few minutes or were seen before.',
      'Evidence: a test that sends the same request 50 times in parallel and finds one effect.',
    ].join('\n'),
    appliesTo: { tiers: ['high', 'critical'], features: ['write-operations', 'sensitive-flows'] },
  },
];
