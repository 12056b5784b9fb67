import type { JsonObject, JsonValue } from '../../description/types.ts';
import { OPENAPI_3, isObject } from '../rule.ts';
import type { KeyedRule, ObjectNode, ObjectRule, Rule } from '../rule.ts';
import type { Place } from '../references.ts';

const IN_ADDRESS = /query|path/;
/** The names that `no-credentials-in-url` looks for. */
const CREDENTIAL_NAME =
  /client_?secret|token|access_?token|refresh_?token|id_?token|password|secret|api-?key/i;
/** Names of a credential itself; `secret_name`, `tokenId` and `password_policy` speak about one. */
const CREDENTIAL_ITSELF = /(?:token|password|passwd|secret|api[_-]?key|secret[_-]?key)(?:\[\])?$/i;
/** Tokens that only say where to go on, which page, or which attempt this is. */
const CURSOR_NAME =
  /(?:page|next|prev(?:ious)?|start(?:ing)?|end(?:ing)?|continu\w*|cursor|sync|delta|skip|marker|resume|pagination|client|request|idempotency|change|position)[\w.-]*token$/i;

/** What a parameter whose name speaks of a credential most likely is. */
type Likely = 'query credential' | 'path credential' | 'about a credential';

function likely(name: string, place: string): Likely {
  if (!CREDENTIAL_ITSELF.test(name) || CURSOR_NAME.test(name)) return 'about a credential';
  return place === 'path' ? 'path credential' : 'query credential';
}

/** The entries of a `parameters` map or list, references followed. */
export function parametersIn({ value, pointer, document }: ObjectNode<JsonObject | JsonValue[]>): Place[] {
  const place = { value, pointer };
  return Object.keys(value).flatMap((key) => document.references.child(place, key) ?? []);
}

function credentials(kind: Likely): KeyedRule['check'] {
  return (node) =>
    parametersIn(node).flatMap(({ value, pointer }) => {
      if (!isObject(value) || typeof value.in !== 'string' || !IN_ADDRESS.test(value.in)) return [];
      const { name } = value;
      if (typeof name !== 'string' || !CREDENTIAL_NAME.test(name)) return [];
      return likely(name, value.in) === kind ? `${pointer}/name` : [];
    });
}

const IN_URL = {
  on: 'keyed:parameters',
  equivalent: 'owasp:api2:2023-no-credentials-in-url',
  equivalentIn: OPENAPI_3,
  owasp: ['API2'],
  per: 'operations',
} as const;

const PARAMETER_RULES: readonly KeyedRule[] = [
  {
    ...IN_URL,
    id: 'api2-credential-in-query',
    severity: 'high',
    group: 'owner',
    title: 'A credential is sent in the query of the address',
    why: 'Addresses end up in access logs, browser histories, referrers and monitoring, and the credential with them.',
    fix: 'Take the credential in the Authorization header or, at sign-in, in the body; refuse it in the address, and replace what was sent that way.',
    check: credentials('query credential'),
  },
  {
    ...IN_URL,
    id: 'api2-credential-in-path',
    severity: 'medium',
    group: 'owner',
    title: 'A token or secret is part of the path',
    why: 'Paths end up in access logs, browser histories, referrers and monitoring. Whoever reads them there can use the token.',
    fix: 'Take the value in a header or in the body. Where the path must hold it, as in a link sent by mail, let it work once and expire within minutes, and keep it out of the logs.',
    check: credentials('path credential'),
  },
  {
    ...IN_URL,
    id: 'api2-credential-word-in-address',
    severity: 'info',
    group: 'document',
    title: 'A parameter of the address has the name of a credential',
    why: 'The name suggests a place in a list, an attempt, or something about a credential. That is harmless as long as the value grants nothing.',
    fix: 'Make sure that the value grants no access by itself; consider a name that does not suggest it.',
    check: credentials('about a credential'),
  },
];

const SCHEME_RULES: readonly (KeyedRule | ObjectRule)[] = [
  {
    id: 'api2-api-key-in-url',
    equivalent: 'owasp:api2:2023-no-api-keys-in-url',
    on: 'keyed:securitySchemes',
    dialects: OPENAPI_3,
    owasp: ['API2'],
    severity: 'high',
    per: 'security-schemes',
    group: 'owner',
    title: 'An API key is sent in the address',
    why: 'Addresses end up in access logs, browser histories, referrers and monitoring, and the key with them.',
    fix: 'Set `in: header` in the security scheme, accept the key only there, and replace the keys in use.',
    check: ({ value, pointer, document }) =>
      Object.keys(value).flatMap((name) => {
        const scheme = document.references.child({ value, pointer }, name);
        if (!scheme || !isObject(scheme.value) || scheme.value.type !== 'apiKey') return [];
        return scheme.value.in === 'query' || scheme.value.in === 'path' ? `${scheme.pointer}/in` : [];
      }),
  },
  {
    id: 'api2-api-key-in-url-2',
    on: 'security-scheme',
    dialects: ['2.0'],
    owasp: ['API2'],
    severity: 'high',
    per: 'security-schemes',
    group: 'owner',
    title: 'An API key is sent in the address',
    why: 'Addresses end up in access logs, browser histories, referrers and monitoring, and the key with them.',
    fix: 'Set `in: header` in the security definition, accept the key only there, and replace the keys in use.',
    check: ({ value, pointer }) => value.type === 'apiKey' && value.in === 'query' && `${pointer}/in`,
  },
  {
    id: 'api2-http-basic',
    equivalent: 'owasp:api2:2023-no-http-basic',
    on: 'security-scheme',
    dialects: OPENAPI_3,
    owasp: ['API2'],
    severity: 'medium',
    per: 'security-schemes',
    group: 'owner',
    title: 'HTTP basic authentication is accepted',
    why: 'Basic authentication sends a long-lived password with every request; it cannot be scoped, expires never, and is easily guessed or leaked.',
    fix: 'Offer OAuth 2 or OpenID Connect with short-lived tokens (between services: mutual TLS or signed tokens), then remove the scheme.',
    check: ({ value, pointer }) =>
      typeof value.scheme === 'string' && value.scheme.includes('basic') && `${pointer}/scheme`,
  },
  {
    id: 'api2-http-basic-2',
    on: 'security-scheme',
    dialects: ['2.0'],
    owasp: ['API2'],
    severity: 'medium',
    per: 'security-schemes',
    group: 'owner',
    title: 'HTTP basic authentication is accepted',
    why: 'Basic authentication sends a long-lived password with every request; it cannot be scoped, expires never, and is easily guessed or leaked.',
    fix: 'Offer OAuth 2 or OpenID Connect with short-lived tokens (between services: mutual TLS or signed tokens), then remove the definition.',
    check: ({ value, pointer }) => value.type === 'basic' && `${pointer}/type`,
  },
];

/** How credentials are sent. */
export const CREDENTIAL_RULES: readonly Rule[] = [...PARAMETER_RULES, ...SCHEME_RULES];
