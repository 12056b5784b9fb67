import { isWriteMethod } from '../../description/http-methods.ts';
import { isObject, textOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import type { JsonObject } from '../../description/types.ts';
import { ASYNCAPI, OPENAPI } from '../rule.ts';
import { hasCredentialParameter, placeOfSecurity } from '../operation-facts.ts';
import { isEntrance, readsLikeAQuestion } from '../vocabulary.ts';
import type { ExampleRule, ObjectRule, OperationRule, Rule } from '../rule.ts';

const PLAIN = /^http:\/\/(?!localhost|127\.|\[::1\])/i;
const ADDRESS_KEYS = [
  'authorizationUrl',
  'deviceAuthorizationUrl',
  'tokenUrl',
  'refreshUrl',
  'openIdConnectUrl',
  'oauth2MetadataUrl',
] as const;

/** Flows by their key in 3.x; 2.0 has one flow beside its addresses. */
function flowsOf(scheme: JsonObject, pointer: string): { name: string; pointer: string; flow: JsonObject }[] {
  if (typeof scheme.flow === 'string')
    return [{ name: scheme.flow, pointer: `${pointer}/flow`, flow: scheme }];
  if (!isObject(scheme.flows)) return [];
  return Object.entries(scheme.flows).flatMap(([name, flow]) =>
    isObject(flow) ? [{ name, pointer: `${pointer}/flows/${escapeToken(name)}`, flow }] : [],
  );
}

const SCHEME = { on: 'security-scheme', owasp: ['API2'], per: 'security-schemes', group: 'owner' } as const;

const SCHEME_RULES: readonly ObjectRule[] = [
  {
    ...SCHEME,
    id: 'api2-plain-sign-in',
    severity: 'high',
    title: 'Tokens are fetched without TLS',
    why: 'Passwords, codes and tokens on a plain http address can be read and exchanged by anybody on the way.',
    fix: 'Serve authorization, token, refresh and discovery addresses over https only.',
    check: ({ value, pointer }) => [
      ...ADDRESS_KEYS.filter((key) => PLAIN.test(textOf(value[key]) ?? '')).map((key) => `${pointer}/${key}`),
      ...(isObject(value.flows)
        ? flowsOf(value, pointer).flatMap((entry) =>
            ADDRESS_KEYS.filter((key) => PLAIN.test(textOf(entry.flow[key]) ?? '')).map(
              (key) => `${entry.pointer}/${key}`,
            ),
          )
        : []),
    ],
  },
  {
    ...SCHEME,
    id: 'api2-password-flow',
    severity: 'medium',
    title: 'Applications collect the passwords of people',
    why: 'The password grant hands passwords to every client, rules out a second factor, and is gone from OAuth 2.1.',
    fix: 'Use the authorization code flow with PKCE for people, client credentials between services, and remove the password flow.',
    check: ({ value, pointer }) =>
      flowsOf(value, pointer)
        .filter(({ name }) => name === 'password')
        .map((flow) => flow.pointer),
  },
  {
    ...SCHEME,
    id: 'api2-implicit-flow',
    severity: 'low',
    title: 'Tokens are handed over in the address',
    why: 'The implicit grant puts tokens into the address of a page, where histories and scripts find them; it is gone from OAuth 2.1.',
    fix: 'Use the authorization code flow with PKCE, and remove the implicit flow.',
    check: ({ value, pointer }) =>
      flowsOf(value, pointer)
        .filter(({ name }) => name === 'implicit')
        .map((flow) => flow.pointer),
  },
];

const REQUIREMENT_RULES: readonly OperationRule[] = [
  {
    id: 'api2-optional-write',
    on: 'operation',
    owasp: ['API2'],
    severity: 'high',
    per: 'operations',
    group: 'owner',
    title: 'Authentication of writing operations is optional',
    why: 'An empty alternative `{}` in `security` lets everybody in who sends no credentials at all.',
    fix: 'Remove the empty alternative from `security`; if anonymous use is wanted, offer it as an operation of its own.',
    check: (operation) =>
      isWriteMethod(operation.method) &&
      operation.security.some((requirement) => Object.keys(requirement).length === 0) &&
      !isEntrance(operation) &&
      !readsLikeAQuestion(operation) &&
      !hasCredentialParameter(operation) &&
      placeOfSecurity(operation),
  },
  {
    id: 'api2-optional-read',
    on: 'operation',
    owasp: ['API2'],
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'Authentication of reading operations is optional',
    why: 'An empty alternative `{}` in `security` lets everybody read who sends no credentials at all. That is right only for data meant for everyone.',
    fix: 'Remove the empty alternative from `security`; where everyone may read, say so in the description of the operation.',
    check: (operation) =>
      operation.method === 'GET' &&
      operation.security.some((requirement) => Object.keys(requirement).length === 0) &&
      !isEntrance(operation) &&
      !hasCredentialParameter(operation) &&
      placeOfSecurity(operation),
  },
  {
    id: 'api2-unknown-scheme',
    on: 'operation',
    owasp: ['API2'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Operations require a security scheme that does not exist',
    why: 'A name in `security` that no scheme has is ignored or refused by tools; in either case nobody checks what was meant.',
    fix: 'Add the scheme under components.securitySchemes, or correct the name.',
    check: ({ security, pointer, securitySource }, { root, dialect, references }) => {
      const base = dialect === '2.0' ? '/securityDefinitions' : '/components/securitySchemes';
      if (!isObject(root)) return false;
      const isUnknown = security.some((requirement) =>
        Object.keys(requirement).some((name) => references.at(`${base}/${escapeToken(name)}`) === undefined),
      );
      return isUnknown && (securitySource === 'operation' ? `${pointer}/security` : '/security');
    },
  },
];

const PLACEHOLDER = /example|x{6}|0{8}|1234567|\.\.\.|placeholder|your[-_]/i;
const SECRET =
  /-----BEGIN (?:[A-Z]{2,12} )?PRIVATE KEY-----(?:\s|\\[nr]){0,8}[A-Za-z0-9+/]{20}|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{22}|\bxox[abprs]-[\w-]{20}|\b[sr]k_live_[A-Za-z0-9]{16}|\bAIza[\w-]{35}|\bya29\.[\w-]{20}|\bSG\.[\w-]{16,64}\.[\w-]{20}/;
const TOKEN = /\beyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{10}/;

const EXAMPLE = {
  on: 'example',
  dialects: [...OPENAPI, ...ASYNCAPI],
  owasp: ['API2'],
  per: 'document',
  group: 'document',
} as const;

const EXAMPLE_RULES: readonly ExampleRule[] = [
  {
    ...EXAMPLE,
    id: 'api2-secret-in-example',
    severity: 'medium',
    title: 'Examples hold what looks like a real secret',
    why: 'Keys copied from a running system into examples work for everybody who reads the description.',
    fix: 'Replace the value by an obvious placeholder, and exchange the key if it was ever real.',
    check: (text) => SECRET.test(text) && !PLACEHOLDER.test(text),
  },
  {
    ...EXAMPLE,
    id: 'api2-token-in-example',
    severity: 'low',
    title: 'Examples hold signed tokens',
    why: 'A token copied from a real session tells who was signed in and how tokens are made, and may still be valid.',
    fix: 'Replace the value by an obvious placeholder.',
    check: (text) => TOKEN.test(text),
  },
];

/** How callers prove who they are. */
export const SCHEME_AND_EXAMPLE_RULES: readonly Rule[] = [
  ...SCHEME_RULES,
  ...REQUIREMENT_RULES,
  ...EXAMPLE_RULES,
];
