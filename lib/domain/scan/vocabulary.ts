import type { OperationNode } from './operation-node.ts';

function segmentsOf(path: string): string[] {
  return path
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

const ENTRANCE_SEGMENT =
  /^(?:log-?in|sign-?in|sign-?up|log-?on|register|registration|auth|authenticate|authentication|authorize|oauth2?|token|tokens|sessions?|password-?reset|reset-?password|forgot-?password|refresh|sso|saml|oidc|otp|verify|callback)$/;
const STATUS_SEGMENT =
  /^(?:health|healthz|healthcheck|health-check|livez|readyz|ready|live|alive|ping|status|version|versions|heartbeat|metadata|openapi(?:\.\w+)?|swagger(?:\.\w+)?|docs|robots\.txt|favicon\.ico|\.well-known|jwks(?:\.json)?)$/;

/** Operations open by nature: signing in and up, getting a token; for reads also health and public metadata. */
export function isEntrance({ method, path }: Pick<OperationNode, 'method' | 'path'>): boolean {
  const segments = segmentsOf(path);
  const last = segments.at(-1) ?? '';
  if (
    ENTRANCE_SEGMENT.test(last) ||
    (segments.length > 1 &&
      ENTRANCE_SEGMENT.test(segments.at(-2) ?? '') &&
      /^(?:login|token|signin|start|begin|verify|reset|refresh|authorize)$/.test(last))
  )
    return true;
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && (segments.length === 0 || STATUS_SEGMENT.test(last) || segments.includes('.well-known'));
}
