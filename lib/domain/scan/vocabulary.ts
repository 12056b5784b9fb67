import { wordsOf } from './words-of.ts';
import type { OperationNode } from './operation-node.ts';

/** No honest path is longer; of others the beginning is looked at. */
const LONGEST_PATH = 2000;

function segmentsOf(path: string): string[] {
  return path
    .slice(0, LONGEST_PATH)
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{'));
}

const SENSITIVE_SEGMENT =
  /^(?:admin|administration|_?internal|debug|actuator|heapdump|threaddump|phpinfo|_debug|superuser|root|backoffice)$/;

/** Paths for operators and developers, which nobody else should reach: `/admin/…`, `/debug/env`, `/actuator/heapdump`. */
export function isSensitivePath(path: string): boolean {
  return segmentsOf(path).some((segment) => SENSITIVE_SEGMENT.test(segment));
}

/** Last names of paths where people and clients come in without an identity, as words. */
const WAY_IN =
  /^(?:log ?in|sign ?in|sign ?up|log ?on|register|registration|auth|authenticate|authentication|authorize|oauth ?2?|tokens?|access tokens?|sessions?|refresh|refresh tokens?|revoke|introspect|sso|saml|oidc|otp)$|\b(?:login|signin|signup|otp|authenticate)\b|\b(?:forgot|forget|forgotten|reset|recover|recovery)\b.*\bpassword\b|\bpassword\b.*\b(?:forgot|forget|reset|recover|recovery)\b/;
/** What people prove on their way in. */
const PROOF =
  /^(?:auth|authentication|otp|2fa|mfa|email|phone|sign-?up|register|registration|accounts?|login)$/;
/** Pages that start or end signing in, fetched by browsers. */
const SIGN_IN_PAGE =
  /^(?:log ?in|sign ?in|log ?on|log ?out|authorize|auth|oauth ?2?|sso|saml|oidc|callback|authentication)$/;
const STATUS_SEGMENT =
  /^(?:health|healthz|healthcheck|health-check|livez|readyz|ready|live|alive|ping|status|version|versions|heartbeat|metadata|openapi(?:\.\w+)?|swagger(?:\.\w+)?|docs|robots\.txt|favicon\.ico|\.well-known|jwks(?:\.json)?)$/;

/** Operations open by nature: signing in and up, getting a token; for reads also health and public metadata. */
export function isEntrance({ method, path }: Pick<OperationNode, 'method' | 'path'>): boolean {
  const segments = segmentsOf(path);
  const last = wordsOf(segments.at(-1) ?? '').join(' ');
  if (method === 'PUT') return WAY_IN.test(last) && last.includes('password');
  if (method === 'POST')
    return (
      WAY_IN.test(last) || (/^(?:verify|activate|confirm)$/.test(last) && PROOF.test(segments.at(-2) ?? ''))
    );
  if (method !== 'GET' && method !== 'HEAD') return false;
  return (
    segments.length === 0 ||
    STATUS_SEGMENT.test(segments.at(-1) ?? '') ||
    segments.includes('.well-known') ||
    (SIGN_IN_PAGE.test(last) && !path.endsWith('}'))
  );
}

/** Names that even signed-in callers meet only when they sign in. */
const SIGN_IN =
  /\b(?:log ?in|sign ?in|log ?on|authenticate|otp|password)\b|^(?:token|oauth ?2?|sessions?|auth)$/;

/** An entrance where credentials are tried, not one where somebody signed in makes another token. */
export function isSignIn(operation: Pick<OperationNode, 'method' | 'path' | 'security'>): boolean {
  if (operation.method !== 'POST' || !isEntrance(operation)) return false;
  const last = wordsOf(segmentsOf(operation.path).at(-1) ?? '').join(' ');
  return operation.security.length === 0 || SIGN_IN.test(last);
}

const CHANGING =
  /^(?:create|delete|remove|drop|reset|purge|destroy|truncate|insert|disable|enable|approve|cancel|terminate)(?!d(?!b(?:$|[-_])))/;

/** A path that reads like an order, where the method only promises an answer: `GET /createdb`. */
export function readsLikeAnOrder(path: string): boolean {
  return CHANGING.test(segmentsOf(path).at(-1) ?? '');
}

/**
 * Names of directives and options that say who may do what. `@requires` of a federated schema says which fields one
 * service needs from another.
 */
const ACCESS =
  /auth(?!ors?$)|scope|role|permi|polic|protect|private|public|allow|guard|secur|require(?!s$)|access|login|acl|cognito|^aws_|internal/i;

export function speaksOfAccess(name: string): boolean {
  return ACCESS.test(name);
}
