import type { ChecklistItem } from '../types.ts';

/** Who may act on which object, see which property and use which function: API1, API3 and API5. */
export const AUTHORISATION_ITEMS: ChecklistItem[] = [
  {
    key: 'object-authorisation',
    question:
      'Does every operation that takes an identifier check on the server that this caller may act on that very object?',
    owasp: ['API1'],
    why: 'Changing an identifier in a request is the easiest attack there is, and it exposes the data of every customer, not of one. It is the most frequent cause of API breaches.',
    guidance: [
      'Load the object within the scope of the caller (for example "where id = $1 and account_id = $caller"), instead of loading it first and trusting the identifier.',
      'Do it in one place that every handler passes through, and cover identifiers in the body, in headers and in batch requests as well as in the path.',
      'Where a request names two objects (an order and its line), check that they belong together. Random identifiers are no substitute for the check.',
      'Answer 404 rather than 403 where even the existence of the object is confidential.',
      'Evidence: the place in the code where the check happens, and a test in which customer A asks for an object of customer B and is refused.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'], features: ['object-ids'] },
  },
  {
    key: 'list-scoping',
    question: 'Do lists, searches, filters, exports and counts return only objects that this caller may see?',
    owasp: ['API1', 'API3'],
    why: 'Item operations are often guarded while the list beside them is not. A filter such as customerId=… supplied by the caller then reads the whole table.',
    guidance: [
      'Take the scope (account, tenant, region) from the verified identity, never from a query parameter alone; intersect a parameter with what the caller may see.',
      'Apply the same scope to totals, facets, sort keys, exports and autocomplete, which leak by counting.',
      'Check expansions and nested collections (include=, expand=, fields=) as well.',
      'Evidence: the query or policy that scopes the list, and a test with two tenants that compares the two answers.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['lists'] },
  },
  {
    key: 'response-properties',
    question: 'Does every response contain only the properties that this caller needs and may see?',
    owasp: ['API3'],
    why: "An object serialised as it is stored gives away hashes, internal notes, other people's data and flags. A client that hides them on the screen hides nothing.",
    guidance: [
      'Build responses from an explicit list of properties for each audience. Do not serialise database rows or domain objects.',
      'Describe response schemas completely and close them (additionalProperties: false), and compare real answers with the schema in a test.',
      'Look in particular at embedded objects, audit columns, internal identifiers, and at what error and export answers carry.',
      'Evidence: the response schemas, and the test or contract check that fails when an undescribed property appears.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'] },
  },
  {
    key: 'writable-properties',
    question:
      'Are the properties a caller can set listed one by one, so that server-owned ones cannot be set by sending them?',
    owasp: ['API3'],
    why: 'If the request body is bound to the stored object, a caller adds "role": "admin", "balance" or "status": "paid" and the server obeys.',
    guidance: [
      'Give create and update requests a schema of their own, without status, role, owner, price, balance, verification and audit properties; mark shared ones readOnly.',
      'Refuse unknown properties (additionalProperties: false, validated at run time) instead of ignoring them quietly.',
      'Bind by an allow-list in the code; a deny-list forgets the next column.',
      'Evidence: the request schemas, and a test that sends a server-owned property and finds it refused or unchanged.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['write-operations'] },
  },
  {
    key: 'personal-data',
    question:
      'Is every item of personal data that the API returns needed for a stated purpose, and left out or masked otherwise?',
    owasp: ['API3'],
    why: 'Personal data that nobody needed still has to be reported when it leaks. Less of it in the answers is the cheapest protection.',
    guidance: [
      'List the personal properties of the description with the purpose of each and who receives it; drop what has no purpose.',
      'Mask what is only recognised, not read: the last four digits of an account or card, the initial of a name, the year of a birth date.',
      'Keep such values out of addresses, logs, caches (Cache-Control: no-store) and analytics.',
      'Evidence: the list of properties and purposes, or the entry in the record of processing activities.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['personal-data'] },
  },
  {
    key: 'function-authorisation',
    question:
      "Does every operation check the caller's role or scope for that function on the server, and refuse when no rule grants it?",
    owasp: ['API5'],
    why: 'Callers try the other methods and the neighbouring paths. Without a refusal by default, a new operation is open to every signed-in caller from its first day.',
    guidance: [
      'Declare the required scope or role beside each route and let the router refuse a route that declares none.',
      'Check each method separately: a DELETE must not be easier than the GET of the same path.',
      'Roles come from the verified token or from your own records, never from a header or a body of the request.',
      'Evidence: the table of operations and required scopes or roles (it can be generated), and the code that enforces it.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'] },
  },
  {
    key: 'admin-separation',
    question: 'Do administrative operations need a right of their own that no ordinary credential carries?',
    owasp: ['API5'],
    why: 'One shared scope makes each stolen customer or partner token an administrator. Guessing /admin or /internal is the first thing a scanner does.',
    guidance: [
      'Use a scope or role that is granted only to administrators, and state it in the description on exactly these operations.',
      'Serve them from a separate host or network where you can, with short sessions and a second factor for people.',
      'Record who did what to whom for each administrative call.',
      'Evidence: the scope in the description, who holds it today, and a test in which an ordinary credential is refused.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['admin-operations'] },
  },
  {
    key: 'refusals-tested',
    question:
      'Do automated tests call every operation as somebody without the right, and fail the build when the call succeeds?',
    owasp: ['API1', 'API5'],
    why: 'Authorisation breaks silently: the happy path still works after the check has gone. Only a test of the refusal notices.',
    guidance: [
      'Generate the cases from the description: every operation × no credential, expired credential, another tenant, too small a role.',
      'Expect 401, 403 or 404 each time, and check that nothing was changed.',
      'Let a new operation without such cases fail the build.',
      'Evidence: a link to the test and to its latest run on the revision under review, with the number of cases.',
    ].join('\n'),
    appliesTo: { tiers: ['high', 'critical'] },
  },
];
