import type { Cause } from '../rule.ts';

export const OBJECTS_BY_ID: Cause = {
  id: 'api1-objects-by-id',
  owasp: ['API1'],
  title: 'Access to single objects rests on the identifier that the caller supplies',
  why: 'Whoever changes the identifier asks for the object of somebody else. Where the description names no scope or owner, and identifiers can be counted through, one forgotten check exposes everything. This is the most frequent cause of API breaches.',
  fix: 'In every operation load the object together with its owner and compare with the caller before anything else; where paths name several objects, check that the inner one belongs to the outer. Identify objects by random values (`format: uuid`) and require a scope for each kind of object.',
};

export const WRITABLE_BY_CALLERS: Cause = {
  id: 'api3-writable-by-callers',
  owasp: ['API3'],
  title: 'Requests may set what the service should decide',
  why: 'Frameworks bind what a request carries to fields of objects. If the body may hold such a property, somebody will send it and give themselves rights, money or the data of others.',
  fix: 'Give requests a schema of their own without the property, or mark it `readOnly`; set it on the server from the identity of the caller. Where administrators may change it, use an operation of its own with a scope of its own.',
};

export const PERSONAL_DATA: Cause = {
  id: 'api3-personal-data',
  owasp: ['API3'],
  title: 'Answers hold personal data of a sensitive kind',
  why: 'Identity numbers, cards, accounts and dates of birth are worth stealing, and losing them has to be reported. Every answer that carries them is a place to lose them.',
  fix: 'Return them only from operations that need them, masked where that is enough, behind a scope of their own; mark the data class of the API accordingly.',
};

export const NO_LIMITS: Cause = {
  id: 'api4-no-limits',
  owasp: ['API4', 'API3'],
  title: 'Nothing limits what callers send, and how often',
  why: 'Where neither the rate of requests nor the size and shape of what they carry is limited, one client can exhaust memory, time and money, try passwords and identifiers without end, and slip in properties that nobody described.',
  fix: 'Limit requests per client at the gateway and say so in a shared 429 answer with Retry-After and RateLimit headers. Give strings that callers send `maxLength` and a `pattern`, `format` or `enum`, arrays `maxItems`, whole numbers `format`, `minimum` and `maximum`, and close objects with `additionalProperties: false`. Start with shared components: each mends many operations.',
};

export const UNBOUNDED_LISTS: Cause = {
  id: 'api4-unbounded-lists',
  owasp: ['API4'],
  title: 'Lists can be asked for without bounds',
  why: 'A list that answers with everything, or with as many rows as the caller wants, grows with the data until one call exhausts memory and database, and lets anybody copy the whole stock in one go.',
  fix: 'Return pages: take `limit` with a `maximum` and a default, and a cursor; refuse larger values.',
};

export const ADMIN_LIKE_OTHERS: Cause = {
  id: 'api5-admin-like-others',
  owasp: ['API5'],
  title: 'Administrative operations ask for no more than ordinary ones',
  why: 'If the same credentials and scopes open administrative and ordinary operations, every user is one forgotten check away from being an administrator.',
  fix: 'Require a scheme or a scope of its own (for example `admin`) for administrative operations, and grant it to few.',
};

export const UNLIMITED_FLOWS: Cause = {
  id: 'api6-unlimited-flows',
  owasp: ['API6', 'API2'],
  title: 'Operations worth automating have no declared limit',
  why: 'Signing in and up, resetting passwords, buying, booking, paying, voting and inviting are automated by attackers: to guess credentials, to buy everything at once, to create accounts by the thousand, to send mail in your name.',
  fix: 'Limit attempts per account, device and address, more strictly than elsewhere; describe the 429 answer with Retry-After; ask for proof of a human where a limit is not enough.',
};

export const CALLER_ADDRESSES: Cause = {
  id: 'api7-caller-addresses',
  owasp: ['API7'],
  title: 'Callers supply addresses',
  why: 'If the service calls an address from a request, a caller can make it reach inside the network and read cloud metadata or internal services; if it sends people there, links to your service lead to pages of an attacker.',
  fix: 'Accept only https addresses on a list or of verified owners, resolve and check the host against private ranges before every connection, follow no redirects, and say so in the description of the value.',
};

/** What is missing from a description without being a weakness by itself: one finding for all of it. */
export const DESCRIPTION_GAPS: Cause = {
  id: 'api8-description-gaps',
  owasp: ['API8', 'API9'],
  title: 'The description leaves out what clients, reviewers and operators ask',
  why: 'Failures that nobody designed are answered by whatever the framework does, often with internals. Which addresses are internal and which environment they belong to, who is to be asked, how tokens are checked and renewed, which websites may read answers: what is not written down has to be found out in a hurry later.',
  fix: 'Describe shared answers 400 or 422, 401, 403 and 500 with one problem schema (RFC 9457) under components and refer to them from every operation. Say of every server whether it is internal (`x-internal`) and which environment it is, name a contact, describe how tokens are verified (RFC 8725) and refreshed, and the allowed origins.',
};

/** Causes shared by several rules, in the order of the OWASP API Security Top 10. */
export const ALL_CAUSES: readonly Cause[] = [
  OBJECTS_BY_ID,
  WRITABLE_BY_CALLERS,
  PERSONAL_DATA,
  NO_LIMITS,
  UNBOUNDED_LISTS,
  ADMIN_LIKE_OTHERS,
  UNLIMITED_FLOWS,
  CALLER_ADDRESSES,
  DESCRIPTION_GAPS,
];
