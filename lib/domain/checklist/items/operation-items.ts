import type { ChecklistItem } from '../types.ts';

/** What the service calls, how it is set up, what else is running, whom it trusts: API7 to API10. */
export const OPERATION_ITEMS: ChecklistItem[] = [
  {
    key: 'outbound-requests',
    question:
      'Are addresses that callers supply (webhooks, callbacks, imports, images) restricted so that the server cannot be sent to inside addresses?',
    owasp: ['API7'],
    why: 'A server that fetches what it is told reads the cloud metadata service, internal consoles and databases on behalf of a stranger.',
    guidance: [
      'Prefer an allow-list of hosts, or an identifier of a registered target instead of an address.',
      'Otherwise: https only, resolve the name once, refuse private, loopback, link-local and metadata addresses (IPv4 and IPv6), connect to the address that was checked, and do not follow redirects.',
      'Send these requests through an egress proxy that has no route to internal networks; limit time and size; do not return the raw answer.',
      'Evidence: the code or proxy rule, and tests with 127.0.0.1, 169.254.169.254, [::1], a name that resolves to them, and a redirect.',
    ].join('\n'),
    appliesTo: {
      tiers: ['low', 'medium', 'high', 'critical'],
      features: ['url-parameters', 'webhooks-or-callbacks'],
    },
  },
  {
    key: 'encrypted-servers',
    question: 'Can every server of the API be reached over TLS only?',
    owasp: ['API8'],
    why: 'On a plain connection everybody on the way reads and changes tokens and data, also inside a data centre.',
    guidance: [
      'List only https (or wss, mqtts, amqps) servers in the description; remove http ones, and in OpenAPI 2.0 "http" from schemes.',
      'Close the plain port or redirect it without reading the request, send Strict-Transport-Security, allow TLS 1.2 and newer.',
      'Between services use mutual TLS or the mesh; "it is only internal" is no reason.',
      'Evidence: filled in by the scan from the servers in the description. If it names none, give the addresses and a TLS report.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'] },
    settledBy: 'encrypted-servers',
  },
  {
    key: 'errors-declared',
    question:
      'Does the description declare for each operation, with a schema, the answers to invalid input, a missing identity and an internal failure?',
    owasp: ['API8'],
    why: 'What is not described is left to the framework, and frameworks answer with stack traces. Clients that cannot tell 401 from 500 retry what they should not.',
    guidance: [
      'Declare 400 or 422, 401 and 500 with one shared schema, best application/problem+json (RFC 9457); 403, 404 and 429 where they occur.',
      'Use components and reference them, so that every operation has the same set.',
      'The scan offers a patch that adds the missing answers.',
      'Evidence: filled in by the scan where nothing is missing. Otherwise what is missing, and why that is right.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], kinds: ['rest'] },
    settledBy: 'errors-declared',
  },
  {
    key: 'errors-reveal-nothing',
    question:
      'Do error answers tell the caller what to mend and nothing about the inside: no stack trace, query, path, host name or version?',
    owasp: ['API8'],
    why: 'Errors are how an attacker explores. A query in an error message shows where to inject, a version shows which published weakness to use.',
    guidance: [
      'Convert unknown errors in one place to a general text with a request identifier; write the cause to the log only.',
      'Send malformed JSON, a wrong type, an overlong value and a missing dependency, and read the answers.',
      'Remove Server, X-Powered-By and debug headers.',
      'Evidence: the handler, and the answers to these four requests.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'] },
  },
  {
    key: 'configuration-hardened',
    question:
      'Is the production configuration hardened: no debug or default access, secrets from a secret store, browsers of other sites refused unless listed?',
    owasp: ['API8'],
    why: 'An open actuator, a default password or "Access-Control-Allow-Origin: *" with credentials undoes all the care taken in the code.',
    guidance: [
      'Switch off debug, actuator, console and documentation routes in production, or put them behind administration rights.',
      'Take secrets from a secret store at start, replace them on a schedule, and scan the repository and the images for forgotten ones.',
      'Answer cross-origin requests only for listed origins; send nosniff and no-store where answers are confidential.',
      'Update dependencies and base images automatically, and fail the build on a known critical weakness.',
      'Evidence: the configuration in the repository, and the latest report of the secret and dependency scans.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'] },
  },
  {
    key: 'security-events',
    question:
      'Are refused requests, failed sign-ins and administrative actions recorded with who, what and when, free of secrets, and does somebody get told?',
    owasp: ['API8'],
    why: 'Without these records an attack is found by the customer, and nobody can say afterwards what was taken.',
    guidance: [
      'Log structured events for 401, 403, 429, changes of rights and administrative calls, with the identity, the operation, the object and the request identifier.',
      'Keep tokens, passwords and personal data out: filter by an allow-list of properties.',
      "Send them to the company's log platform, keep them as long as the policy says, and alert on unusual numbers.",
      'Evidence: one sample event for each sort, the alert rule, and who receives it.',
    ].join('\n'),
    appliesTo: { tiers: ['high', 'critical'] },
  },
  {
    key: 'inventory-current',
    question:
      'Does this description show all that is deployed: every operation, host and environment, and nothing that is no longer there?',
    owasp: ['API9'],
    why: 'Nobody protects what nobody knows of. Forgotten operations and test hosts with real data are where intruders begin.',
    guidance: [
      'Compare the routes that the running service registers with the description, automatically and in both directions.',
      'Name every host and its environment in the servers or at the API here; close hosts that are not listed.',
      'Test environments hold no production data and no production credentials, or are protected like production.',
      'Evidence: the comparison (a test in the build, or a query on the gateway) and its date.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'] },
  },
  {
    key: 'versions-declared',
    question:
      'Does the description state its version, and for each deprecated operation the date on which it is switched off?',
    owasp: ['API9'],
    why: 'Old versions lose their maintainers before they lose their callers. An operation without an end is still running years later, without the fixes.',
    guidance: [
      'Give info.version a meaningful value and raise it with every material change.',
      'Mark operations deprecated and add the date of the end (x-sunset, and the Sunset header of RFC 8594 in the answers).',
      'Name the versions that run at the same time and who still calls the older ones; tell those callers.',
      'Evidence: filled in by the scan where the version is missing or nothing is deprecated. Otherwise the date for each deprecated operation.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'] },
    settledBy: 'versions-declared',
  },
  {
    key: 'third-party-responses',
    question:
      'Is what other services and partners send (answers, webhooks, files) authenticated, validated and limited like input from strangers?',
    owasp: ['API10'],
    why: 'Developers trust data from other companies more than data from users. Who breaks into the supplier then sends the attack through the front door.',
    guidance: [
      'List the services this API consumes; a description does not show them.',
      'Call them over verified TLS with a time limit, a size limit and no blind redirects; validate answers against a schema before storing or forwarding them.',
      'Check the signature and age of incoming webhooks before reading the body, and accept each only once.',
      'Encode their values on output and bind them in queries, as you do with user input.',
      'Evidence: the list with the validation for each, and a test with a malformed and an unsigned message.',
    ].join('\n'),
    appliesTo: { tiers: ['high', 'critical'] },
  },
];
