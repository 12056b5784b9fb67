import { arrayOf, isObject, member, objectOf, textOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import type { JsonObject } from '../../description/types.ts';
import type { DocumentNode, DocumentRule } from '../rule.ts';
import { UNBOUNDED_LISTS } from './causes.ts';

const ACCESS = /auth|scope|role|permission|polic|protected|private|public|allow|guard|secur|require/i;
const COST = /cost|complexity|depth|listsize|ratelimit|rate_limit|throttle/i;
const BOUND = /^(?:first|last|limit|take|top|max|count|size|page_?size|per_?page)$/i;

interface Field {
  name: string;
  pointer: string;
  field: JsonObject;
  holder: JsonObject;
}

function directivesOf(holder: JsonObject): string[] {
  return arrayOf(holder.directives).flatMap((entry) => (isObject(entry) ? (textOf(entry.name) ?? []) : []));
}

/** Fields of the types that satisfy `wanted`, which gets a type's name. */
function fieldsOf({ root }: DocumentNode, wanted: (name: string) => boolean): Field[] {
  const types = objectOf(root.types);
  return Object.keys(types)
    .filter(wanted)
    .flatMap((type) => {
      const holder = objectOf(member(types, type));
      const fields = objectOf(holder.fields);
      return Object.keys(fields).map((name) => ({
        name,
        pointer: `/types/${escapeToken(type)}/fields/${escapeToken(name)}`,
        field: objectOf(member(fields, name)),
        holder,
      }));
    });
}

function rootFields(document: DocumentNode, root: 'query' | 'mutation'): Field[] {
  const name = textOf(objectOf(document.root.schema)[root]);
  return name === null ? [] : fieldsOf(document, (type) => type === name);
}

function asksForIdentity({ field, holder }: Field): boolean {
  return [...directivesOf(field), ...directivesOf(holder)].some((name) => ACCESS.test(name));
}

const GRAPHQL = { on: 'document', dialects: ['graphql'], per: 'operations', group: 'document' } as const;

/** What a GraphQL schema shows. */
export const GRAPHQL_RULES: readonly DocumentRule[] = [
  {
    ...GRAPHQL,
    id: 'graphql-open-mutation',
    owasp: ['API5', 'API2'],
    severity: 'medium',
    title: 'Some mutations do not say who may call them, others do',
    why: 'The schema states with directives who may use what. A mutation without one is open to everybody, or guarded by code that nobody sees here.',
    fix: 'Put the directive on every mutation, or on the mutation type so that new ones are closed from the start.',
    check: (document) => {
      const fields = rootFields(document, 'mutation');
      const open = fields.filter((field) => !asksForIdentity(field));
      return open.length < fields.length ? open.map(({ pointer }) => pointer) : false;
    },
  },
  {
    ...GRAPHQL,
    id: 'graphql-no-authorisation',
    owasp: ['API5'],
    severity: 'low',
    per: 'document',
    title: 'The schema does not say who may do what',
    why: 'Without directives for access neither reviewers nor gateways see which fields and mutations are for whom.',
    fix: 'Declare access in the schema, for example with `@authenticated` and `@requiresScopes`.',
    check: (document) =>
      rootFields(document, 'mutation').length > 0 &&
      !fieldsOf(document, () => true).some(asksForIdentity) &&
      '/schema',
  },
  {
    ...GRAPHQL,
    id: 'graphql-no-cost-limit',
    owasp: ['API4'],
    severity: 'low',
    per: 'document',
    title: 'Queries have no limit of depth or cost',
    why: 'One request may ask for lists of lists; without a limit its cost grows with every level.',
    fix: 'Limit depth and cost, and declare them in the schema, for example with `@cost` and `@listSize`.',
    check: (document) =>
      !Object.keys(objectOf(document.root.directives)).some((name) => COST.test(name)) &&
      !fieldsOf(document, () => true).some(({ field }) =>
        directivesOf(field).some((name) => COST.test(name)),
      ) &&
      '/schema',
  },
  {
    ...GRAPHQL,
    id: 'graphql-unbounded-list',
    cause: UNBOUNDED_LISTS.id,
    owasp: ['API4'],
    severity: 'low',
    title: 'A list has no argument that bounds it',
    why: UNBOUNDED_LISTS.why,
    fix: 'Take `first` or `last` with a maximum.',
    check: (document) =>
      rootFields(document, 'query')
        .filter(({ field }) => (textOf(field.type) ?? '').startsWith('['))
        .filter(({ field }) => !Object.keys(objectOf(field.arguments)).some((name) => BOUND.test(name)))
        .map(({ pointer }) => pointer),
  },
];
