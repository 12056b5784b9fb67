import { isObject } from '../../description/json-values.ts';
import { isItem, parameterNamed, schemaOfParameter, scopesOf, typesIn } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import { childrenOf } from '../places.ts';
import type { References } from '../references.ts';
import type { KeyedRule, OperationRule } from '../rule.ts';
import { wordsOf } from '../words-of.ts';
import { OBJECTS_BY_ID } from './causes.ts';

const ID_NAME = /(?:_id|Id|-id)$/;

const BY_ID = {
  cause: OBJECTS_BY_ID.id,
  owasp: ['API1'],
  group: 'document',
  why: OBJECTS_BY_ID.why,
} as const;

const OWN = /\/(?:me|self|my|mine|current|own)(?:\/|$)/i;

/** Secured, about one object, and not about the caller's own. */
function isGuardedItem(operation: OperationNode): boolean {
  return operation.security.length > 0 && isItem(operation) && !OWN.test(operation.path);
}

/** Nothing in the description says whose objects the caller may touch. */
function isUnscoped(operation: OperationNode): boolean {
  return scopesOf(operation).every((scopes) => scopes.length === 0);
}

/** Whole numbers that count something inside an object: they tell no objects of different people apart. */
const ORDINAL =
  /^(?:version|versions|revision|revisions|rev|port|year|month|week|day|page|index|position|offset|season|episode|chapter|line|level|milestone)$/;

function hasCountableId(operation: OperationNode, references: References): boolean {
  const name = /\{([^{}]*)\}\/?$/.exec(operation.path)?.[1];
  const words = wordsOf(name ?? '');
  if (!words.includes('id') && words.some((word) => ORDINAL.test(word))) return false;
  return parameterNamed(operation, 'path', /(?:)/).some(
    (parameter) =>
      isObject(parameter.value) &&
      parameter.value.name === name &&
      typesIn(schemaOfParameter(parameter, references)).includes('integer'),
  );
}

function countIds(path: string): number {
  return path
    .slice(0, 2000)
    .split('/')
    .filter((segment) => /^\{[^{}]*(?:id|uuid|guid)\}$/i.test(segment)).length;
}

const OPERATION_RULES: readonly OperationRule[] = [
  {
    ...BY_ID,
    on: 'operation',
    id: 'api1-countable-object',
    severity: 'medium',
    per: 'operations',
    title: 'An object is found by a whole number, without any scope',
    fix: 'Check the owner in the operation, require a scope, and identify objects by random values.',
    supersedes: ['api1-unscoped-object'],
    among: isGuardedItem,
    check: (operation, { references }) => isUnscoped(operation) && hasCountableId(operation, references),
  },
  {
    ...BY_ID,
    on: 'operation',
    id: 'api1-unscoped-object',
    severity: 'low',
    per: 'operations',
    title: 'An object is found by its identifier alone, without any scope',
    fix: 'Check the owner in the operation, and require a scope for the kind of object.',
    among: isGuardedItem,
    check: isUnscoped,
  },
  {
    ...BY_ID,
    on: 'operation',
    id: 'api1-nested-objects',
    severity: 'info',
    per: 'operations',
    title: 'A path names objects of different kinds',
    fix: 'Check that the inner object belongs to the outer one, and the outer one to the caller.',
    check: (operation) => operation.security.length > 0 && countIds(operation.path) > 1,
  },
];

const PARAMETER_RULES: readonly KeyedRule[] = [
  {
    ...BY_ID,
    id: 'api1-guessable-id',
    equivalent: 'owasp:api1:2023-no-numeric-ids',
    on: 'keyed:parameters',
    isBelowPaths: true,
    severity: 'low',
    per: 'parameters',
    title: 'An identifier can be guessed',
    fix: 'Identify objects by random values (`type: string, format: uuid`).',
    check: (node) =>
      childrenOf(node).flatMap((parameter) => {
        if (!isObject(parameter.value)) return [];
        const { name } = parameter.value;
        if (typeof name !== 'string' || !(name === 'id' || ID_NAME.test(name))) return [];
        const schema = node.child(parameter, 'schema');
        if (!schema) return [];
        const type = isObject(schema.value) ? schema.value.type : undefined;
        return type === undefined || type === 'integer' ? schema : [];
      }),
  },
];

/** Whose objects a caller can reach. */
export const OBJECT_RULES = [...OPERATION_RULES, ...PARAMETER_RULES];
