import { isObject } from '../../description/json-values.ts';
import type { JsonObject } from '../../description/types.ts';
import {
  isItem,
  parameterNamed,
  resultsOf,
  schemaOfParameter,
  speaksOf,
  typesIn,
} from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import { oncePerPlace } from '../memo.ts';
import type { Place, References } from '../references.ts';
import type { DocumentNode, OperationRule } from '../rule.ts';
import { UNBOUNDED_LISTS } from './causes.ts';

/** Names of the parameter that says how many. */
const PAGE_SIZE =
  /^(?:\$?(?:limit|top|first|last|take|count)|per[_-]?page|page[._-]?(?:size|limit)|page\[(?:size|limit)\]|size|max[_-]?(?:results?|items?|records?|count|keys|entries)?|results?[_-]?per[_-]?page|num(?:ber)?[_-]?(?:results|items|of[_-]?\w+)?|rows?|length|records?|items[_-]?per[_-]?page|pagination\[limit\])$/i;
const ENVELOPE =
  /^(?:items|data|results?|values?|records?|entries|list|rows|content|elements|objects|hits|docs|documents|members?|collection)$/i;

function isArray(schema: JsonObject): boolean {
  return typesIn(schema).includes('array') || schema.items !== undefined;
}

/** An array, or an object that wraps one. */
const isList = oncePerPlace((references: References, place: Place): boolean => {
  if (!isObject(place.value)) return false;
  if (isArray(place.value)) return true;
  const properties = references.child(place, 'properties');
  if (!properties || !isObject(properties.value)) return false;
  return Object.keys(properties.value).some((name) => {
    const value = ENVELOPE.test(name) ? references.child(properties, name)?.value : undefined;
    return isObject(value) && isArray(value);
  });
});

function isListing(operation: OperationNode, references: References): boolean {
  return (
    operation.method === 'GET' &&
    !isItem(operation) &&
    resultsOf(operation, references).some((result) => isList(references, result))
  );
}

/** A yes or no (`$count=true`) and a list are no size. */
function hasMaximum(schema: JsonObject): boolean {
  return (
    typesIn(schema).some((type) => type === 'boolean' || type === 'array' || type === 'object') ||
    schema.maximum !== undefined ||
    schema.exclusiveMaximum !== undefined ||
    Array.isArray(schema.enum) ||
    schema.const !== undefined
  );
}

const SAYS_MAXIMUM =
  /\bmax|\bup to\b|\bbetween\b|\bat most\b|\b(?:less|fewer|no more|not more|no greater|no larger) than\b|\bup-to\b|\blimited to\b|\bcapped\b|\bexceed|\b\d+ ?(?:-|–|to) ?\d+\b|<=? ?\d/i;

function saysMaximum(parameter: Place, schema: JsonObject): boolean {
  const { value } = parameter;
  return [isObject(value) ? value.description : undefined, schema.description].some(
    (text) => typeof text === 'string' && SAYS_MAXIMUM.test(text.slice(0, 2000)),
  );
}

const LIST = {
  on: 'operation',
  among: (operation: OperationNode, { references }: DocumentNode) => isListing(operation, references),
  cause: UNBOUNDED_LISTS.id,
  owasp: ['API4'],
  per: 'operations',
  group: 'document',
  why: UNBOUNDED_LISTS.why,
} as const;

function isPaged(operation: OperationNode): boolean {
  return parameterNamed(operation, 'query', PAGE_SIZE).length > 0;
}

/** How many rows a caller can have at once. */
export const LIST_RULES: readonly OperationRule[] = [
  {
    ...LIST,
    id: 'api4-open-list-without-page-size',
    severity: 'medium',
    title: 'Anybody can read a whole list at once',
    fix: 'Return pages with a bounded size, and ask who is calling.',
    check: (operation) => operation.security.length === 0 && !isPaged(operation),
  },
  {
    ...LIST,
    id: 'api4-list-without-page-size',
    severity: 'low',
    title: 'A list has no page size',
    fix: 'Take `limit` with a `maximum`, and a cursor.',
    check: (operation) => operation.security.length > 0 && !isPaged(operation),
  },
  {
    ...LIST,
    id: 'api4-page-size-without-maximum',
    severity: 'medium',
    title: 'The page size has no maximum',
    fix: 'Set `maximum` on the parameter, and refuse larger values.',
    check: (operation, { references }) =>
      parameterNamed(operation, 'query', PAGE_SIZE)
        .filter((parameter) => {
          const schema = schemaOfParameter(parameter, references);
          return !hasMaximum(schema) && !saysMaximum(parameter, schema);
        })
        .map(({ pointer }) => pointer),
  },
];

const SAYS_SIZE =
  /\b\d+\s*(?:[KMG]i?B|bytes|kilobytes|megabytes|gigabytes)\b|\bmax(?:imum)?[ -](?:file |upload |body )?size\b|\bsize limit/i;
const FILE_MEDIA =
  /^(?:application\/octet-stream|image\/|video\/|audio\/|application\/(?:pdf|zip|gzip|x-tar))/;

function takesFile({ bodies, parameters }: OperationNode, references: References): boolean {
  if (parameters.some(({ value }) => isObject(value) && value.in === 'formData' && value.type === 'file'))
    return true;
  return bodies.some(({ media, schema }) => {
    const isBare = FILE_MEDIA.test(media) && isObject(schema.value) && isUnboundedText(schema.value);
    const parts = media.startsWith('multipart/')
      ? references.entries(references.child(schema, 'properties'))
      : [];
    return isBare || parts.some(([, { value }]) => isObject(value) && isUnboundedFile(value));
  });
}

/** Bytes and not an object with properties: some tools list every media type for every body. */
function isUnboundedText(schema: JsonObject): boolean {
  const types = typesIn(schema);
  const isText = types.length === 0 ? schema.properties === undefined : types.includes('string');
  return isText && schema.maxLength === undefined;
}

function isUnboundedFile(schema: JsonObject): boolean {
  const file = isObject(schema.items) ? schema.items : schema;
  return (file.format === 'binary' || file.format === 'base64') && file.maxLength === undefined;
}

/** What a caller can make the service swallow. */
export const UPLOAD_RULES: readonly OperationRule[] = [
  {
    id: 'api4-upload-without-size',
    on: 'operation',
    owasp: ['API4'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Files are accepted in any size',
    why: 'An upload without a limit fills disks and memory, and scanning or converting what was sent takes as long as the sender wishes.',
    fix: 'Limit the body at the gateway, say how large a file may be (`maxLength`, or in the description), and describe the 413 answer.',
    among: (operation, { references }) => takesFile(operation, references),
    check: (operation) =>
      !operation.answers.some(([status]) => status === '413') && !speaksOf(operation, SAYS_SIZE),
  },
  {
    id: 'api4-graphql-without-cost-limit',
    on: 'operation',
    owasp: ['API4'],
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'GraphQL queries have no limit of depth or cost',
    why: 'One request may ask for nested lists of lists; without a limit its cost grows with every level.',
    fix: 'Limit depth, cost and the number of aliases and batched queries, and say so in the description of the operation.',
    among: ({ method, path }) => method === 'POST' && /\/graphql\/?$/i.test(path),
    check: (operation) => !speaksOf(operation, /\bdepth\b|\bcost\b|\bcomplexity\b/i),
  },
];
