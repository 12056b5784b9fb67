import { isObject } from '../../description/json-values.ts';
import { childrenOf, placesIn } from '../places.ts';
import type { ResolvedPlace } from '../resolved.ts';
import { OPENAPI_3 } from '../rule.ts';
import { DESCRIPTION_GAPS } from './causes.ts';
import type { DocumentNode, DocumentRule, KeyedNode, KeyedRule, ObjectRule, Rule } from '../rule.ts';

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

function likely(name: string, place: string, type: unknown): Likely {
  const isItself = CREDENTIAL_ITSELF.test(name) && !CURSOR_NAME.test(name) && type !== 'boolean';
  if (!isItself) return 'about a credential';
  return place === 'path' ? 'path credential' : 'query credential';
}

/** A yes or no about a credential is none. */
function typeOf(node: KeyedNode, parameter: ResolvedPlace): unknown {
  const schema = node.child(parameter, 'schema')?.value ?? parameter.value;
  return isObject(schema) ? schema.type : undefined;
}

function credentials(kind: Likely): KeyedRule['check'] {
  return (node) =>
    childrenOf(node).flatMap((parameter) => [
      ...credentialByName(node, parameter, kind),
      ...credentialsInQueryString(node, parameter, kind),
    ]);
}

function credentialByName(node: KeyedNode, parameter: ResolvedPlace, kind: Likely): ResolvedPlace[] {
  const { value } = parameter;
  if (!isObject(value) || typeof value.in !== 'string' || !IN_ADDRESS.test(value.in)) return [];
  const { name } = value;
  if (typeof name !== 'string' || !CREDENTIAL_NAME.test(name)) return [];
  if (likely(name, value.in, typeOf(node, parameter)) !== kind) return [];
  const place = node.child(parameter, 'name');
  return place ? [place] : [];
}

/** A query taken as a whole (3.2) has its names in the object that describes it. */
function credentialsInQueryString(node: KeyedNode, parameter: ResolvedPlace, kind: Likely): ResolvedPlace[] {
  const isWhole = isObject(parameter.value) && parameter.value.in === 'querystring';
  const content = isWhole ? node.child(parameter, 'content') : undefined;
  if (!content || !isObject(content.value)) return [];
  return Object.keys(content.value).flatMap((media) => {
    const body = node.child(content, media);
    const schema = body && node.child(body, 'schema');
    const properties = schema && node.child(schema, 'properties');
    if (!properties || !isObject(properties.value)) return [];
    return Object.keys(properties.value).flatMap((name) => {
      const property = node.child(properties, name);
      const type = property && isObject(property.value) ? property.value.type : undefined;
      const isOne = CREDENTIAL_NAME.test(name) && likely(name, 'query', type) === kind;
      return isOne && property ? property : [];
    });
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
    group: 'name',
    title: 'A credential is sent in the query of the address',
    why: 'Addresses end up in access logs, browser histories, referrers and monitoring, and the credential with them.',
    fix: 'Take the credential in the Authorization header or, at sign-in, in the body; refuse it in the address, and replace what was sent that way.',
    check: credentials('query credential'),
  },
  {
    ...IN_URL,
    id: 'api2-credential-in-path',
    severity: 'medium',
    group: 'name',
    title: 'A token or secret is part of the path',
    why: 'Paths end up in access logs, browser histories, referrers and monitoring. Whoever reads them there can use the token.',
    fix: 'Take the value in a header or in the body. Where the path must hold it, as in a link sent by mail, let it work once and expire within minutes, and keep it out of the logs.',
    check: credentials('path credential'),
  },
  {
    ...IN_URL,
    id: 'api2-credential-word-in-address',
    cause: DESCRIPTION_GAPS.id,
    severity: 'info',
    group: 'document',
    title: 'A parameter of the address has the name of a credential',
    why: 'The name suggests a place in a list, an attempt, or something about a credential. That is harmless as long as the value grants nothing.',
    fix: 'Make sure that the value grants no access by itself; consider a name that does not suggest it.',
    check: credentials('about a credential'),
  },
];

/** `components.securitySchemes` as a resolving linter sees them. */
function schemesOf({ root, resolved }: DocumentNode): ResolvedPlace[] {
  const components = resolved.child(resolved.place(root, ''), 'components');
  const schemes = components && resolved.child(components, 'securitySchemes');
  return schemes ? placesIn(resolved, schemes) : [];
}

function isType(place: ResolvedPlace, type: string): boolean {
  return isObject(place.value) && place.value.type === type;
}

function usesTokens(place: ResolvedPlace): boolean {
  const format = isObject(place.value) ? place.value.bearerFormat : undefined;
  return isType(place, 'oauth2') || format === 'jwt' || format === 'JWT';
}

const SCHEME_RULES: readonly (DocumentRule | KeyedRule | ObjectRule)[] = [
  {
    id: 'api2-outdated-scheme',
    equivalent: 'owasp:api2:2023-auth-insecure-schemes',
    on: 'keyed:securitySchemes',
    dialects: OPENAPI_3,
    owasp: ['API2'],
    severity: 'high',
    per: 'security-schemes',
    group: 'owner',
    title: 'An outdated way of signing in is accepted',
    why: 'Negotiate (NTLM, Kerberos over HTTP) and OAuth 1 rest on old cryptography and can be relayed.',
    fix: 'Offer OAuth 2 or OpenID Connect, move clients over, then remove the scheme.',
    check: (node) =>
      childrenOf(node).flatMap((scheme) => {
        if (!isType(scheme, 'http')) return [];
        const name = node.child(scheme, 'scheme');
        return name && (name.value === 'negotiate' || name.value === 'oauth') ? name : [];
      }),
  },
  {
    id: 'api2-token-practices',
    cause: DESCRIPTION_GAPS.id,
    equivalent: 'owasp:api2:2023-jwt-best-practices',
    on: 'document',
    dialects: OPENAPI_3,
    owasp: ['API2'],
    severity: 'info',
    per: 'security-schemes',
    group: 'document',
    title: 'The description does not say how tokens are checked',
    why: 'Tokens are only as good as their verification: signature algorithm, issuer, audience and expiry. RFC 8725 lists what goes wrong.',
    fix: 'Follow RFC 8725 when verifying tokens and name it (`RFC8725`) in the description of the security scheme.',
    check: (document) =>
      schemesOf(document)
        .filter(usesTokens)
        .flatMap((scheme) => {
          const text = document.resolved.child(scheme, 'description');
          if (!text) return scheme;
          return !text.value || (typeof text.value === 'string' && !text.value.includes('RFC8725'))
            ? text
            : [];
        }),
  },
  {
    id: 'api2-no-refresh',
    cause: DESCRIPTION_GAPS.id,
    equivalent: 'owasp:api2:2023-short-lived-access-tokens',
    on: 'document',
    dialects: OPENAPI_3,
    owasp: ['API2'],
    severity: 'info',
    per: 'security-schemes',
    group: 'document',
    title: 'Tokens cannot be refreshed',
    why: 'Where clients cannot refresh a token it tends to live long, and a stolen one is useful for as long.',
    fix: 'Issue access tokens that live minutes, offer refresh tokens that are replaced at every use, and state `refreshUrl` in the flow.',
    check: (document) => {
      const { resolved } = document;
      return schemesOf(document)
        .filter((scheme) => isType(scheme, 'oauth2'))
        .flatMap((scheme) => resolved.child(scheme, 'flows') ?? [])
        .flatMap((flows) => placesIn(resolved, flows))
        .filter(({ value }) => typeof value === 'object' && value !== null)
        .flatMap((flow) => {
          const address = resolved.child(flow, 'refreshUrl');
          return address ? (address.value ? [] : address) : flow;
        });
    },
  },
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
    check: (node) =>
      childrenOf(node).flatMap((scheme) => {
        if (!isObject(scheme.value) || scheme.value.type !== 'apiKey') return [];
        return scheme.value.in === 'query' || scheme.value.in === 'path'
          ? (node.child(scheme, 'in') ?? [])
          : [];
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
    on: 'document',
    dialects: OPENAPI_3,
    owasp: ['API2'],
    severity: 'medium',
    per: 'security-schemes',
    group: 'owner',
    title: 'HTTP basic authentication is accepted',
    why: 'Basic authentication sends a long-lived password with every request; it cannot be scoped, expires never, and is easily guessed or leaked.',
    fix: 'Offer OAuth 2 or OpenID Connect with short-lived tokens (between services: mutual TLS or signed tokens), then remove the scheme.',
    check: (document) =>
      schemesOf(document)
        .flatMap((scheme) => document.resolved.child(scheme, 'scheme') ?? [])
        .filter(({ value }) => typeof value === 'string' && value.includes('basic')),
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
