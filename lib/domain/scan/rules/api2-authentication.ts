import { isWriteMethod } from '../../description/http-methods.ts';
import type { OperationNode } from '../operation-node.ts';
import type { OperationRule } from '../rule.ts';
import { hasCredentialParameter, placeOfSecurity } from '../operation-facts.ts';
import { UNLIMITED_FLOWS } from './causes.ts';
import { isEntrance, isSensitivePath, readsLikeAnOrder, readsLikeAQuestion } from '../vocabulary.ts';

/** `OPTIONS` and `TRACE` tell about the service, not about its data. */
const isRead = (method: string) => method === 'GET' || method === 'HEAD' || method === 'QUERY';

/** Nobody needs to identify themselves, as Spectral's `checkSecurity` reads it: an alternative `{}` is not looked for. */
function isOpen({ security }: OperationNode): boolean {
  return security.length === 0;
}

type Standing = 'secured' | 'undeclared' | 'entrance' | 'sensitive' | 'question' | 'open';

const STANDINGS = new WeakMap<OperationNode, Standing>();

/** Asked by every rule of this file, worked out once. */
function standingOf(operation: OperationNode): Standing {
  if (!isOpen(operation)) return 'secured';
  const known = STANDINGS.get(operation);
  if (known) return known;
  const standing = standingOfOpen(operation);
  STANDINGS.set(operation, standing);
  return standing;
}

function standingOfOpen(operation: OperationNode): Standing {
  if (hasCredentialParameter(operation)) return 'undeclared';
  const isWayIn = isEntrance(operation);
  // Administrators sign in somewhere too; what only tells something about an administrative part is no way in.
  if (isSensitivePath(operation.path) && !(isWayIn && operation.method === 'POST')) return 'sensitive';
  if (isWayIn) return 'entrance';
  return readsLikeAQuestion(operation) ? 'question' : 'open';
}

function when(isMeant: (method: string) => boolean, standing: Standing): OperationRule['check'] {
  return (operation) =>
    isMeant(operation.method) && standingOf(operation) === standing && placeOfSecurity(operation);
}

const WRITE = 'owasp:api2:2023-write-restricted';
const READ = 'owasp:api2:2023-read-restricted';

const OPEN_WRITE = {
  on: 'operation',
  equivalent: WRITE,
  owasp: ['API2'],
  per: 'operations',
  group: 'security',
} as const;
const OPEN_READ = { ...OPEN_WRITE, equivalent: READ } as const;

const REQUIRE =
  'Declare a security scheme under components.securitySchemes (OAuth 2 or OpenID Connect where people act, mutual TLS or signed tokens between services) and require it at the root with `security`, so that an operation is protected unless it says otherwise.';
const DECLARE =
  'Describe the header as a security scheme (`type: http, scheme: bearer`, or `type: apiKey, in: header`) and require it with `security` instead of listing it as a parameter.';

/** Who may call without saying who they are. */
export const AUTHENTICATION_RULES: readonly OperationRule[] = [
  {
    ...OPEN_WRITE,
    id: 'api2-sensitive-write-open',
    severity: 'critical',
    title: 'Administrative or internal operations change data without authentication',
    why: 'Anybody who can reach the address can run administrative or debugging actions. Attackers look for such paths first.',
    fix: REQUIRE,
    check: when(isWriteMethod, 'sensitive'),
  },
  {
    ...OPEN_READ,
    id: 'api2-sensitive-read-open',
    severity: 'high',
    title: 'Administrative or internal operations can be read without authentication',
    why: 'Administrative and debugging answers show configuration, people and internals, and here anybody may read them.',
    fix: REQUIRE,
    check: when(isRead, 'sensitive'),
  },
  {
    ...OPEN_WRITE,
    id: 'api2-write-open',
    severity: 'high',
    title: 'Operations change data without authentication',
    why: 'Without a security requirement anybody who can reach the address can create, change or delete data.',
    fix: REQUIRE,
    check: when(isWriteMethod, 'open'),
  },
  {
    ...OPEN_WRITE,
    id: 'api2-write-open-beside-secured',
    severity: 'high',
    title: 'A writing operation is open although others at its path are not',
    why: 'Somebody decided that this resource needs authentication and forgot one operation, the one that changes data.',
    fix: 'Remove the empty `security` of the operation, or state the same requirement as its neighbours.',
    supersedes: ['api2-write-open'],
    check: (operation, { securedPaths }) =>
      isWriteMethod(operation.method) &&
      securedPaths.has(operation.path) &&
      standingOf(operation) === 'open' &&
      placeOfSecurity(operation),
  },
  {
    ...OPEN_READ,
    id: 'api2-changing-read-open',
    severity: 'high',
    title: 'Anybody can give an order with a GET',
    why: 'The path reads like an order, and GET is sent by crawlers, previews and links alike. Without authentication anybody, or anything, changes data by asking.',
    fix: `Use POST or DELETE for what changes something. ${REQUIRE}`,
    supersedes: ['api2-read-open'],
    check: (operation) =>
      isRead(operation.method) &&
      standingOf(operation) === 'open' &&
      readsLikeAnOrder(operation.path) &&
      placeOfSecurity(operation),
  },
  {
    ...OPEN_READ,
    id: 'api2-read-open',
    severity: 'medium',
    title: 'Operations can be read without authentication',
    why: 'Without a security requirement anybody can read the answers, in bulk and unnoticed. That is right only for data meant for everyone.',
    fix: `${REQUIRE} Where everyone may read, keep \`security: []\` and say so in the operation's description.`,
    check: when(isRead, 'open'),
  },
  {
    ...OPEN_WRITE,
    id: 'api2-question-open',
    severity: 'medium',
    title: 'Questions asked with a POST are answered without authentication',
    why: 'The operation reads like a search, a check or a calculation, so it changes nothing; its answers can be read by anybody, in bulk and unnoticed, and its work costs something.',
    fix: `${REQUIRE} Where everyone may ask, keep \`security: []\`, limit how often, and say so in the operation's description.`,
    check: when(isWriteMethod, 'question'),
  },
  {
    ...OPEN_WRITE,
    id: 'api2-entrance-open',
    cause: UNLIMITED_FLOWS.id,
    group: 'document',
    severity: 'low',
    title: 'Sign-in and similar operations are open to everyone',
    why: 'Callers of these operations have no identity yet, so they are open by nature, and the first target of guessing and flooding.',
    fix: 'Keep them open, limit attempts per account and per address, and declare the 429 answer with Retry-After.',
    check: when(isWriteMethod, 'entrance'),
  },
  {
    ...OPEN_READ,
    id: 'api2-status-open',
    severity: 'info',
    title: 'Health, metadata or sign-in addresses are open to everyone',
    why: 'They are usually meant to be open; what they answer should not tell anything about versions, hosts or people.',
    fix: 'Check that the answers hold nothing internal, or serve them only inside.',
    check: when(isRead, 'entrance'),
  },
  {
    ...OPEN_WRITE,
    id: 'api2-write-undeclared',
    severity: 'low',
    title: 'Writing operations take credentials as a parameter, not as a security scheme',
    why: 'Gateways, clients and reviewers read `security`. An identity hidden in a parameter is not enforced by any of them.',
    fix: DECLARE,
    check: when(isWriteMethod, 'undeclared'),
  },
  {
    ...OPEN_READ,
    id: 'api2-read-undeclared',
    severity: 'low',
    title: 'Reading operations take credentials as a parameter, not as a security scheme',
    why: 'Gateways, clients and reviewers read `security`. An identity hidden in a parameter is not enforced by any of them.',
    fix: DECLARE,
    check: when(isRead, 'undeclared'),
  },
];
