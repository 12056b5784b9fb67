import { arrayOf, isObject, member, objectOf, textOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import type { JsonObject } from '../../description/types.ts';
import type { DocumentNode, DocumentRule } from '../rule.ts';
import { SUNSET_TEXT } from '../../description/sunset.ts';
import { speaksOfAccess } from '../vocabulary.ts';
import { wordsOf } from '../words-of.ts';
import { UNBOUNDED_LISTS } from './causes.ts';

const COST = /cost|complexity|depth|listsize|ratelimit|rate_limit|throttle/i;
/** Fields by which callers see what a query costs them and how much is left. */
const ALLOWANCE = /^(?:rate_?limits?|query_?(?:cost|complexity)|complexity)$/i;
/** Arguments that say how much, or which page of a size that the service decides. */
const BOUND =
  /^(?:first|last|take|top|n|page|cursor|after|paging|pagination)$|(?:^|_)(?:limit|max|count|size|amount|results)$|(?:Limit|Max|Count|Size|Amount|Results)$|^(?:limit|max|num)[A-Z_]/;
/** Mutations that people call before anybody knows who they are, as words. */
const ENTRANCE =
  /\b(?:log ?in|sign ?in|sign ?up|register|registration|authenticate|otp|forgot|unsubscribe)\b|\b(?:reset|recover|request)\b.*\bpassword\b|\bpassword\b.*\b(?:reset|recover|request)\b|\b(?:obtain|refresh|verify)\b.*\btokens?$|\btokens? (?:auth|refresh|verify)$|\b(?:verify|confirm|activate)\b.*\b(?:email|account|phone)\b/;

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

function rootFields(document: DocumentNode, root: 'query' | 'mutation' | 'subscription'): Field[] {
  const name = textOf(objectOf(document.root.schema)[root]);
  return name === null ? [] : fieldsOf(document, (type) => type === name);
}

function asksForIdentity({ field, holder }: Field): boolean {
  return [...directivesOf(field), ...directivesOf(holder)].some(speaksOfAccess);
}

function statesAccess(document: DocumentNode): boolean {
  return fieldsOf(document, () => true).some(asksForIdentity);
}

const namedType = (text: string): string => text.replaceAll(/[[\]!]/g, '');

/** A list, or a connection in which lists are paged through; not one of values that the schema counts up. */
function isList({ field }: Field, types: JsonObject): boolean {
  const text = textOf(field.type) ?? '';
  const name = namedType(text);
  if (text.startsWith('[')) return objectOf(member(types, name)).kind !== 'enum';
  return /[a-z]Connection$/.test(name);
}

/** By an argument, by a field of an input, or because the caller names each thing that is wanted. */
function isBounded({ field }: Field, types: JsonObject): boolean {
  return Object.entries(objectOf(field.arguments)).some(([name, argument]) => {
    const text = textOf(objectOf(argument).type) ?? '';
    const given = objectOf(objectOf(member(types, namedType(text))).fields);
    return BOUND.test(name) || /^\[.*!$/.test(text) || Object.keys(given).some((inner) => BOUND.test(inner));
  });
}

const GRAPHQL = { on: 'document', dialects: ['graphql'], per: 'operations', group: 'document' } as const;

/** What a GraphQL schema shows. */
export const GRAPHQL_RULES: readonly DocumentRule[] = [
  {
    ...GRAPHQL,
    id: 'graphql-open-mutation',
    owasp: ['API5', 'API2'],
    severity: 'medium',
    title: 'Mutations do not say who may call them, although the schema says so of other fields',
    why: 'The schema states with directives who may use what. A mutation without one is open to everybody, or guarded by code that nobody sees here.',
    fix: 'Put the directive on every mutation, or on the mutation type so that new ones are closed from the start.',
    check: (document) => {
      if (!statesAccess(document)) return false;
      return rootFields(document, 'mutation')
        .filter((field) => !asksForIdentity(field) && !ENTRANCE.test(wordsOf(field.name).join(' ')))
        .map(({ pointer }) => pointer);
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
    check: (document) => rootFields(document, 'mutation').length > 0 && !statesAccess(document) && '/schema',
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
      rootFields(document, 'query').length > 0 &&
      !rootFields(document, 'query').some(({ name }) => ALLOWANCE.test(name)) &&
      !Object.keys(objectOf(document.root.directives)).some((name) => COST.test(name)) &&
      !fieldsOf(document, () => true).some(({ field, holder }) =>
        [...directivesOf(field), ...directivesOf(holder)].some((name) => COST.test(name)),
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
    check: (document) => {
      const types = objectOf(document.root.types);
      return rootFields(document, 'query')
        .filter((field) => isList(field, types) && !isBounded(field, types))
        .map(({ pointer }) => pointer);
    },
  },
  {
    ...GRAPHQL,
    id: 'graphql-deprecated-without-end',
    owasp: ['API9'],
    severity: 'low',
    title: 'Deprecated operations have no end',
    why: 'What is deprecated is maintained less and attacked as much; without a date it stays for good.',
    fix: 'Write into the reason of `@deprecated` when the field will be removed, and remove it then.',
    check: (document) =>
      (['query', 'mutation', 'subscription'] as const)
        .flatMap((root) => rootFields(document, root))
        .filter(
          ({ field }) =>
            isObject(field.deprecated) &&
            !SUNSET_TEXT.test(`${textOf(field.deprecated.reason) ?? ''} ${textOf(field.description) ?? ''}`),
        )
        .map(({ pointer }) => pointer),
  },
];
