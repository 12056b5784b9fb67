import { wordsOf } from './words-of.ts';
import type { OperationNode } from './operation-node.ts';

/** No honest path is longer; of others the beginning is looked at. */
const LONGEST_PATH = 2000;

function segmentsAsWritten(path: string): string[] {
  return path
    .slice(0, LONGEST_PATH)
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{'));
}

function segmentsOf(path: string): string[] {
  return segmentsAsWritten(path.toLowerCase());
}

const SENSITIVE_SEGMENT =
  /^(?:admin|administration|_?internal|debug|actuator|heapdump|threaddump|phpinfo|_debug|superuser|root|backoffice)$/;

/** Paths for operators and developers, which nobody else should reach: `/admin/…`, `/debug/env`, `/actuator/heapdump`. */
export function isSensitivePath(path: string): boolean {
  return segmentsOf(path).some((segment) => SENSITIVE_SEGMENT.test(segment));
}

/** Last names of paths where people and clients come in without an identity, as words. */
const WAY_IN =
  /^(?:log ?in|sign ?in|sign ?up|log ?on|log ?out|sign ?out|register|registration|auth|authenticate|authentication|authorize|oauth ?2?|tokens?|access tokens?|sessions?|refresh|refresh tokens?|revoke|introspect|sso|saml|oidc|otp|(?:jwt )?token (?:auth|refresh|verify))$|\b(?:login|signin|signup|otp|authenticate)\b|\b(?:forgot|forget|forgotten|reset|recover|recovery)\b.*\bpassword\b|\bpassword\b.*\b(?:forgot|forget|reset|recover|recovery)\b/;
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
  const last = wordsOf(segmentsAsWritten(path).at(-1) ?? '').join(' ');
  if (method === 'PUT') return WAY_IN.test(last) && last.includes('password');
  if (method === 'POST')
    return (
      WAY_IN.test(last) ||
      (/^(?:login|signin|device)$/.test(segments.at(-2) ?? '') && !path.endsWith('}')) ||
      (/^(?:verify|activate|confirm)$/.test(last) && PROOF.test(segments.at(-2) ?? ''))
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
const SIGN_IN = /\b(?:log ?in|sign ?in|log ?on|authenticate|otp|password)$|^(?:token|auth)$|^sessions?$/;
/** What ends access, looks at it, or speaks about signing in. */
const NOT_TRIED =
  /^(?:revoke|introspect|log ?out|sign ?out)$|^(?:reset|change|update|get|list) (?:log ?in|sign ?in|otp)\b|\b(?:log ?in|sign ?in) (?:links?|urls?|history|attempts?)$/;
/** Names before the one for sessions where a session is that of somebody signing in: `/api/v3/session`, not `/checkout/sessions`. */
const BEFORE_SESSION =
  /^(?:v?\d[\w.-]*|api|rest|public|auth|authentication|users?|accounts?|security|identity|me)$/;

/** An entrance where credentials are tried, not one where somebody signed in makes another token. */
export function isSignIn(operation: Pick<OperationNode, 'method' | 'path' | 'security'>): boolean {
  const { method, path, security } = operation;
  if (method !== 'POST' || path.endsWith('}') || !isEntrance(operation)) return false;
  const segments = segmentsOf(path);
  const last = wordsOf(segmentsAsWritten(path).at(-1) ?? '').join(' ');
  const isOpen = security.length === 0;
  if (NOT_TRIED.test(last)) return false;
  if (/^sessions?$/.test(last))
    return !path.includes('{') && segments.slice(0, -1).every((segment) => BEFORE_SESSION.test(segment));
  return isOpen || (SIGN_IN.test(last) && !path.includes('{'));
}

/** Last names of paths that are questions; what is a name as well (`/queries`, `/check-suites`) is none. */
const ASKING =
  /^(?:search|query|find|look ?up|calculate|estimate|preview|autocomplete|count|compare|validate|explain|get|fetch|describe)\b|^list .|^check (?!in\b|out\b|runs?\b|suites?\b|lists?\b)|^is .|\b(?:search|query|look ?up|availabilit(?:y|ies)|validate|calculate|estimate)$/;
const SAYS_ASKING =
  /^\W{0,8}(?:p>\s*)?(?:returns?|gets?|lists?|search(?:es)?|finds?|retrieves?|quer(?:y|ies)|validates?|checks? (?:if|whether|the|that)|calculates?|determines?)\s/i;
/** What gives the question away as an order, or asks for what opens doors. */
const SAYS_MORE =
  /\b(?:answer|creat|add(?:s|ing|ed)?\b|updat|delet|remov|register|upload|sends?\b|submit|sav(?:e|es|ing)\b|sets?\b|reset|extend|payment\b|tokens?\b|keys?\b|codes?\b|credential|password|secret|sas\b)/i;

/** The summary, or else the beginning of the description. */
function firstWords({ summary, description }: OperationNode['value']): string {
  const text = typeof summary === 'string' && summary !== '' ? summary : description;
  return typeof text === 'string' ? text.slice(0, 160) : '';
}

/** A POST that only asks, because the question did not fit into an address: its path or its text reads like one. */
export function readsLikeAQuestion({
  method,
  path,
  value,
}: Pick<OperationNode, 'method' | 'path' | 'value'>): boolean {
  if (method !== 'POST') return false;
  const custom = /\}:(\w+)\/?$/.exec(path.slice(-200))?.[1];
  const last = wordsOf(custom ?? segmentsAsWritten(path).at(-1) ?? '').join(' ');
  const text = firstWords(value);
  if (SAYS_MORE.test(last) || SAYS_MORE.test(text)) return false;
  return ASKING.test(last) || SAYS_ASKING.test(text);
}

/** Sets a new password: `PUT /users/{name}/password`, `POST /user/reset-password`; not where administrators do so. */
export function changesPassword({ method, path }: Pick<OperationNode, 'method' | 'path'>): boolean {
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH') return false;
  const last = wordsOf(segmentsAsWritten(path).at(-1) ?? '').join(' ');
  return (
    !path.endsWith('}') &&
    !isSensitivePath(path) &&
    /^(?:(?:change|reset|update|set) )?(?:user )?(?:new )?password$|^password (?:change|reset|update)$/.test(
      last,
    )
  );
}

const CHANGING =
  /^(?:create|delete|remove|drop|reset|purge|destroy|truncate|insert|disable|enable|approve|cancel|terminate)(?!d(?!b(?:$|[-_])))/;

/** Things whose names begin like an order: `/cancel_fees`, `/createmeta`, `/resetLinkToken`. */
const NAMED_AFTER_ORDER = /(?:fees?|meta(?:data)?|tokens?|polic(?:y|ies)|reasons?|options?|history|status)$/;

/** A path that reads like an order, where the method only promises an answer: `GET /createdb`. */
export function readsLikeAnOrder(path: string): boolean {
  const last = segmentsOf(path).at(-1) ?? '';
  return CHANGING.test(last) && !NAMED_AFTER_ORDER.test(last);
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
