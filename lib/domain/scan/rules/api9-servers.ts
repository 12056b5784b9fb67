import { placesIn } from '../places.ts';
import { OPENAPI_3 } from '../rule.ts';
import type { DocumentNode, DocumentRule } from '../rule.ts';
import { DESCRIPTION_GAPS } from './causes.ts';
import type { ResolvedPlace } from '../resolved.ts';

const ENVIRONMENT =
  /(?:local|sandbox|alpha|beta|test|testing|stag|staging|prod|production|next|preprod|preproduction)/i;

const SERVER = {
  on: 'document',
  cause: DESCRIPTION_GAPS.id,
  owasp: ['API9'],
  severity: 'info',
  per: 'servers',
  group: 'document',
  dialects: OPENAPI_3,
  why: DESCRIPTION_GAPS.why,
} as const;

function serversOf({ root, resolved }: DocumentNode): ResolvedPlace[] {
  const servers = resolved.child(resolved.place(root, ''), 'servers');
  return servers
    ? placesIn(resolved, servers).filter(({ value }) => typeof value === 'object' && value !== null)
    : [];
}

/** Which addresses belong to the API. */
export const SERVER_RULES: readonly DocumentRule[] = [
  {
    ...SERVER,
    id: 'api9-server-audience',
    equivalent: 'owasp:api9:2023-inventory-access',
    title: 'A server does not say whether it is internal',
    fix: 'Add `x-internal: true` or `false`.',
    check: (document) =>
      serversOf(document).filter((server) => !document.resolved.child(server, 'x-internal')),
  },
  {
    ...SERVER,
    id: 'api9-server-environment',
    equivalent: 'owasp:api9:2023-inventory-environment',
    title: 'The description of a server does not name its environment',
    fix: 'Write the environment into the description: production, staging, sandbox, …',
    check: (document) =>
      serversOf(document)
        .flatMap((server) => document.resolved.child(server, 'description') ?? [])
        .filter(({ value }) => typeof value === 'string' && !ENVIRONMENT.test(value)),
  },
];
