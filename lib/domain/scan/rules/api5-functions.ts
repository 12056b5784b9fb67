import { isObject } from '../../description/json-values.ts';
import type { JsonObject } from '../../description/types.ts';
import { scopesOf } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import type { DocumentNode, DocumentRule } from '../rule.ts';
import { ADMIN_LIKE_OTHERS } from './causes.ts';
import { isSensitivePath } from '../vocabulary.ts';
import { wordsOf } from '../words-of.ts';

function ownRequirements({ value }: OperationNode): JsonObject[] {
  return Array.isArray(value.security) ? value.security.filter(isObject) : [];
}

/** Pointers of requirements that operations below /admin share with others; both sides state them themselves. */
function sharedOwnRequirements({ operations }: DocumentNode): string[] {
  const ordinary = new Set<string>();
  for (const operation of operations) {
    if (operation.path.includes('/admin')) continue;
    for (const requirement of ownRequirements(operation)) ordinary.add(JSON.stringify(requirement));
  }
  return operations
    .filter(({ path }) => path.includes('/admin'))
    .flatMap((operation) =>
      ownRequirements(operation).flatMap((requirement, index) =>
        ordinary.has(JSON.stringify(requirement)) ? `${operation.pointer}/security/${index}` : [],
      ),
    );
}

/** Administrative operations without requirements of their own, where ordinary operations have the same. */
function inheritedRequirements({ operations }: DocumentNode): string[] {
  const isOrdinary = ({ path, security }: OperationNode) => security.length > 0 && !isSensitivePath(path);
  const ordinary = new Set(
    operations
      .filter(isOrdinary)
      .flatMap(({ security }) => security.map((requirement) => JSON.stringify(requirement))),
  );
  return operations
    .filter(({ path, securitySource }) => securitySource === 'document' && isSensitivePath(path))
    .filter(({ security }) => security.some((requirement) => ordinary.has(JSON.stringify(requirement))))
    .map(({ pointer }) => pointer);
}

const ADMINISTRATING = /^(?:admin|administrator|superuser|owner|root)$/;
const READING = /^(?:read|reader|readonly|view|viewer|list)$/;
const WRITING =
  /^(?:write|writer|readwrite|admin|manage|edit|editor|create|update|delete|modify|full|all|owner|send|execute|control)$/;

function isReadScope(scope: string): boolean {
  const words = wordsOf(scope.replace(/^https?:\/\//, ''));
  return words.some((word) => READING.test(word)) && !words.some((word) => WRITING.test(word));
}

/** Creating is often open to more people than listing, changing and deleting is not. */
const CHANGES: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

/** No scope at all, or the same scopes without the one for administrators: many list scopes that are alternatives. */
function isWeaker(own: readonly string[], needed: readonly string[]): boolean {
  const missing = needed.filter((scope) => !own.includes(scope));
  if (missing.length === 0 || !own.every((scope) => needed.includes(scope))) return false;
  return (
    own.length === 0 || missing.some((scope) => wordsOf(scope).some((word) => ADMINISTRATING.test(word)))
  );
}

/** Writing operations that open with less than reading at the same path does. */
function weakerWrites({ operations }: DocumentNode): string[] {
  const readers = new Map<string, OperationNode>();
  for (const operation of operations) if (operation.method === 'GET') readers.set(operation.path, operation);
  return operations
    .filter((operation) => {
      const reader = readers.get(operation.path);
      if (!reader || !CHANGES.has(operation.method) || operation.security.length === 0) return false;
      const needed = scopesOf(reader);
      return (
        needed.length > 0 &&
        scopesOf(operation).some((own) => needed.every((scopes) => isWeaker(own, scopes)))
      );
    })
    .map(({ pointer }) => pointer);
}

/** Operations that change or delete, and open with a scope that says reading. */
function writesWithReadScope({ operations }: DocumentNode): string[] {
  return operations
    .filter(({ method }) => CHANGES.has(method))
    .filter((operation) =>
      scopesOf(operation).some((scopes) => scopes.length > 0 && scopes.every(isReadScope)),
    )
    .map(({ pointer }) => pointer);
}

const FUNCTION = { on: 'document', owasp: ['API5'], per: 'operations', group: 'document' } as const;
const ADMIN = {
  ...FUNCTION,
  per: 'admin-operations',
  cause: ADMIN_LIKE_OTHERS.id,
  why: ADMIN_LIKE_OTHERS.why,
  fix: ADMIN_LIKE_OTHERS.fix,
} as const;

/** Who may use which function. */
export const FUNCTION_RULES: readonly DocumentRule[] = [
  {
    ...ADMIN,
    id: 'api5-admin-requirement-shared',
    equivalent: 'owasp:api5:2023-admin-security-unique',
    severity: 'medium',
    title: 'An administrative operation states the same requirement as ordinary ones',
    check: sharedOwnRequirements,
  },
  {
    ...ADMIN,
    id: 'api5-admin-requirement-inherited',
    severity: 'medium',
    title: 'An administrative operation has no requirement of its own',
    check: inheritedRequirements,
  },
  {
    ...FUNCTION,
    id: 'api5-write-weaker-than-read',
    severity: 'high',
    title: 'Changing needs less than reading',
    why: 'At the same path a writing operation opens with fewer scopes than reading does, so who may not even see an object may change or delete it. That is almost always a mistake in the description or in the code.',
    fix: 'Require a writing scope for POST, PUT, PATCH and DELETE, at least as strong as the reading one.',
    check: weakerWrites,
  },
  {
    ...FUNCTION,
    id: 'api5-write-with-read-scope',
    severity: 'high',
    title: 'A scope for reading is enough to change data',
    why: 'Clients are given reading scopes freely, because they are thought to be harmless. Here they suffice to change or delete.',
    fix: 'Require a writing scope for PUT, PATCH and DELETE.',
    check: writesWithReadScope,
  },
];
