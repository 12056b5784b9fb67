import { arrayOf, isObject, objectOf, textOf } from './json-values.ts';
import { openapiOperations } from './openapi-operations.ts';
import { resolve } from './pointer.ts';
import type { Targets } from './pointer.ts';
import { walkSchemas } from './schema-walk.ts';
import { sensitivityOf } from './sensitive-names.ts';
import type { Feature, JsonObject, JsonValue } from './types.ts';

const PAGING =
  /^(?:\$?(?:limit|offset|cursor|top|skip|first|after|before)|pages?|per_?page|page_?(?:size|token|number)|max_?results|(?:starting|ending)_(?:after|before)|next_?token)$/i;
const OBJECT_ID = /(?:^|[-_.])(?:id|uuid|guid)$|[a-z](?:Id|ID|Uuid|UUID)$/;
const FILE_MEDIA = /^(?:multipart\/form-data|application\/(?:octet-stream|pdf|zip)|(?:image|audio|video)\/)/i;
const ADDRESS_FORMAT = /^(?:uri|url|iri|uri-reference|uri-template)$/;

/** What remains to be found among schemas; once all of it is, nothing more needs to be read. */
const IN_SCHEMAS: readonly Feature[] = ['personal-data', 'url-parameters', 'file-upload'];

/** Features of an OpenAPI document that its inventory does not tell; linear in the size of what operations reach. */
export function openapiFeatures(document: JsonObject): Set<Feature> {
  const found = new Set<Feature>();
  const schemes = {
    ...objectOf(document.securityDefinitions),
    ...objectOf(objectOf(document.components).securitySchemes),
  };
  if (Object.keys(schemes).length > 0) found.add('authentication');
  if (Object.keys(objectOf(document.webhooks)).length > 0) addExchange(found);
  if (arrayOf(document.consumes).some(isFileMedia)) found.add('file-upload');

  const targets: Targets = new Map();
  const follow = (value: JsonValue | undefined): JsonObject =>
    objectOf(resolve(document, value, '', targets).value);
  const sent = new Set<JsonObject>();
  const received = new Set<JsonObject>();
  const parameters = new Set<JsonObject>();

  const isDone = () => IN_SCHEMAS.every((feature) => found.has(feature));
  const visitSent = (schema: JsonObject): boolean => {
    addNames(found, schema, true);
    const { format, contentEncoding, contentMediaType } = schema;
    if (format === 'binary' || contentEncoding !== undefined || contentMediaType !== undefined) {
      found.add('file-upload');
    }
    return isDone();
  };
  const visitReceived = (schema: JsonObject): boolean => {
    addNames(found, schema, false);
    return found.has('personal-data');
  };
  const readSent = (schema: JsonValue | undefined) => {
    if (!isDone()) walkSchemas(document, schema, sent, visitSent, targets);
  };

  for (const { method, operation, pathItem } of openapiOperations(document)) {
    if (Object.keys(objectOf(operation.callbacks)).length > 0) addExchange(found);
    if (arrayOf(operation.consumes).some(isFileMedia)) found.add('file-upload');
    for (const entry of [...arrayOf(pathItem.parameters), ...arrayOf(operation.parameters)]) {
      const parameter = follow(entry);
      if (parameters.has(parameter)) continue;
      parameters.add(parameter);
      addParameter(found, parameter, follow(parameter.schema));
      if (parameter.in === 'body') readSent(parameter.schema);
    }
    if (operation.requestBody !== undefined) {
      for (const [media, value] of Object.entries(objectOf(follow(operation.requestBody).content))) {
        if (FILE_MEDIA.test(media)) found.add('file-upload');
        readSent(follow(value).schema);
      }
    }
    if (found.has('lists') && found.has('personal-data')) continue;
    for (const schema of answerSchemas(follow, operation)) {
      if (method === 'GET' && isList(follow, schema)) found.add('lists');
      if (found.has('personal-data')) continue;
      walkSchemas(document, schema, received, visitReceived, targets);
    }
  }
  return found;
}

const isFileMedia = (media: JsonValue) => typeof media === 'string' && FILE_MEDIA.test(media);

function addExchange(found: Set<Feature>): void {
  found.add('webhooks-or-callbacks').add('third-party-data');
}

function addParameter(found: Set<Feature>, parameter: JsonObject, schema: JsonObject): void {
  const name = textOf(parameter.name) ?? '';
  if (parameter.in === 'path' || OBJECT_ID.test(name)) found.add('object-ids');
  if (PAGING.test(name)) found.add('lists');
  if (parameter.type === 'file') found.add('file-upload');
  addName(found, name, parameter.in === 'body' ? {} : { ...parameter, ...schema }, parameter.in !== 'header');
}

function addNames(found: Set<Feature>, schema: JsonObject, isSent: boolean): void {
  const properties = objectOf(schema.properties);
  for (const name of Object.keys(properties)) addName(found, name, objectOf(properties[name]), isSent);
}

function addName(found: Set<Feature>, name: string, schema: JsonObject, isSent: boolean): void {
  const sensitivity = sensitivityOf(name);
  const format = typeof schema.format === 'string' ? schema.format : '';
  if (sensitivity === 'personal' || format === 'email') found.add('personal-data');
  if (isSent && (sensitivity === 'address' || ADDRESS_FORMAT.test(format))) found.add('url-parameters');
}

/** Schemas of successful answers, in both notations. */
function* answerSchemas(
  follow: (value: JsonValue | undefined) => JsonObject,
  operation: JsonObject,
): Generator<JsonValue | undefined> {
  for (const [status, entry] of Object.entries(objectOf(operation.responses))) {
    if (!status.startsWith('2') && status !== 'default') continue;
    const response = follow(entry);
    if (response.schema !== undefined) yield response.schema;
    for (const media of Object.values(objectOf(response.content))) yield follow(media).schema;
  }
}

/** A list itself, or an envelope with a list in it. */
function isList(
  follow: (value: JsonValue | undefined) => JsonObject,
  schema: JsonValue | undefined,
): boolean {
  const top = follow(schema);
  return (
    isArray(top) ||
    Object.values(objectOf(top.properties)).some((property) => isObject(property) && isArray(property))
  );
}

const isArray = (schema: JsonObject) =>
  schema.type === 'array' || (Array.isArray(schema.type) && schema.type.includes('array'));
