import type { ChecklistItem } from '../types.ts';

/** How callers prove who they are: API2. */
export const AUTHENTICATION_ITEMS: ChecklistItem[] = [
  {
    key: 'authentication-declared',
    question:
      'Does the description require authentication for every operation that changes something or returns data not meant for everybody?',
    owasp: ['API2'],
    why: 'Gateways, tests and client libraries follow the description. An operation that is described as open is deployed as open.',
    guidance: [
      'Set a security requirement for the whole document and override it, with a reason in the description, only where an operation is meant to be open.',
      'An empty requirement ({}) among the alternatives makes authentication optional; remove it.',
      'Sign-in, sign-up and health operations may be open; say so in their description.',
      'Evidence: filled in by the scan where every operation requires authentication, or where an operation that changes something does not. Otherwise name the open operations and why they are open.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'] },
    settledBy: 'authentication-declared',
  },
  {
    key: 'open-operations-intended',
    question:
      'Is every operation that answers without authentication meant for everybody, and harmless in the hands of anybody?',
    owasp: ['API2', 'API5'],
    why: 'Open operations are called by machines within hours of going live. Most were opened for a test, or by a missing line.',
    guidance: [
      'Go through the list of open operations in the evidence and decide for each: close it, or state why it is open.',
      'An open operation must not change data, must not take an identifier of a customer, and must answer the same whether an account exists or not.',
      'Limit open operations by address, and cache what you can.',
      'Evidence: one line for each open operation with the reason, and the limit that applies to it.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'], features: ['unauthenticated-operations'] },
  },
  {
    key: 'credentials-out-of-addresses',
    question: 'Are passwords, keys and tokens kept out of paths and query strings?',
    owasp: ['API2'],
    why: 'Addresses end up in access logs, browser histories, referrers and monitoring tools, and with them every credential they carry.',
    guidance: [
      'Send credentials in the Authorization header, or in a body over TLS; move an apiKey scheme from "in: query" to "in: header".',
      'Replace parameters such as token=, secret=, password= or access_key= by header or body properties.',
      'If a signed link is unavoidable, make it single-use, short-lived and bound to one object, and say so.',
      'Treat credentials that were sent in addresses as disclosed: replace them.',
      'Evidence: filled in by the scan.',
    ].join('\n'),
    appliesTo: { tiers: ['low', 'medium', 'high', 'critical'] },
    settledBy: 'credentials-out-of-addresses',
  },
  {
    key: 'current-authentication-schemes',
    question:
      'Is the API free of basic authentication and of other outdated or home-made authentication schemes?',
    owasp: ['API2'],
    why: 'Basic authentication sends the long-lived password with each request. Outdated schemes cannot be limited in scope and time, so one leak is a leak of everything.',
    guidance: [
      'Use OAuth 2.0 or OpenID Connect with short-lived access tokens for people, client credentials or mutual TLS for machines.',
      'Replace basic, digest, negotiate, OAuth 1.0 and the password and implicit flows in the description and switch them off at the gateway; do not leave them as an alternative.',
      'For tokens in JWT form follow RFC 8725 and name it in the description of the scheme.',
      'Evidence: filled in by the scan where the description names an outdated scheme; otherwise the scheme in use and where it is switched on.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'] },
    settledBy: 'current-authentication-schemes',
  },
  {
    key: 'token-validation',
    question:
      'Is each access token checked completely on every request: signature and algorithm, issuer, audience, expiry, and revocation where it matters?',
    owasp: ['API2'],
    why: 'A token meant for another service, signed with "none" or expired last year opens the door if only its shape is checked.',
    guidance: [
      'Use a maintained library with a fixed list of algorithms, the issuer and the audience of this API; never take the algorithm or the key address from the token.',
      'Fetch signing keys from the issuer over TLS, and refresh them when a key is unknown.',
      'Keep access tokens under 15 minutes, or check revocation; keys of clients can be replaced without a release.',
      'If the gateway checks the token, make sure that the service cannot be reached around it.',
      'Evidence: the configuration of the library or gateway, and tests with a wrong audience, a wrong issuer, an expired and an unsigned token.',
    ].join('\n'),
    appliesTo: { tiers: ['medium', 'high', 'critical'], features: ['authentication'] },
  },
  {
    key: 'credential-guessing',
    question:
      'Is guessing passwords, codes, keys or tokens slowed down and noticed, per account as well as per address?',
    owasp: ['API2', 'API4'],
    why: 'Stolen lists of passwords are tried from thousands of addresses. A limit for each address alone does not stop that; one-time codes of six digits fall within minutes.',
    guidance: [
      'Limit failed attempts by account and by address, with growing delays; alert on many accounts tried with few failures each.',
      'Answer sign-in and password reset in the same words and the same time, whether the account exists or not.',
      'Make one-time codes expire after five minutes and five attempts; let keys have at least 128 random bits.',
      "Where sign-in is the identity provider's, name its settings and cover the keys and tokens that this API itself accepts.",
      'Evidence: the limits and their values, and the alert that fires when they are reached.',
    ].join('\n'),
    appliesTo: { tiers: ['high', 'critical'], features: ['authentication'] },
  },
];
