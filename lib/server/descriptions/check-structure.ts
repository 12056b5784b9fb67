import { familyOf } from '#lib/domain/description/formats.ts';
import { HTTP_METHODS } from '#lib/domain/description/http-methods.ts';
import { isObject, objectOf } from '#lib/domain/description/json-values.ts';
import { escapeToken } from '#lib/domain/description/pointer.ts';
import type { JsonObject, JsonValue, ParsedDescription } from '#lib/domain/description/types.ts';
import { refused } from './description-error.ts';
import type { DescriptionFault } from './description-error.ts';

const MOST_FAULTS = 20;
const FIXED_METHODS: ReadonlySet<string> = new Set(HTTP_METHODS.map((method) => method.toUpperCase()));

/**
 * Refuses documents in which the inventory cannot be read with certainty: an operation that is no object would be an
 * operation that nobody reviews. Everything else may be incomplete; that is for the scanner to say.
 */
export function checkStructure({ format, document }: ParsedDescription): void {
  const family = familyOf(format);
  const faults =
    family === 'openapi'
      ? [...openapiFaults(document, format === 'openapi-2.0' || format === 'openapi-3.0')]
      : family === 'asyncapi'
        ? [...asyncFaults(document)]
        : family === 'protobuf'
          ? [...protobufFaults(document)]
          : [];
  const [first] = faults;
  if (first) throw refused('structure', first.detail, faults.slice(0, MOST_FAULTS));
}

const fault = (pointer: string, detail: string): DescriptionFault => ({ pointer, detail });

function* mustBeObject(value: JsonValue | undefined, pointer: string): Generator<DescriptionFault> {
  if (value !== undefined && !isObject(value))
    yield fault(pointer, `The value at ${pointer} must be an object.`);
}

function* openapiFaults(document: JsonObject, needsPaths: boolean): Generator<DescriptionFault> {
  const { paths } = document;
  if (paths === undefined && needsPaths)
    yield fault('', 'The description has no paths, so it describes no operation.');
  yield* mustBeObject(document.info, '/info');
  yield* mustBeObject(document.components, '/components');
  yield* mustBeObject(paths, '/paths');
  yield* mustBeList(document.security, '/security');
  for (const [path, item] of Object.entries(objectOf(paths))) {
    if (path.startsWith('x-')) continue;
    const pointer = `/paths/${escapeToken(path)}`;
    yield* mustBeObject(item, pointer);
    yield* operationFaults(objectOf(item), pointer);
  }
  for (const [name, item] of Object.entries(objectOf(objectOf(document.components).pathItems))) {
    yield* operationFaults(objectOf(item), `/components/pathItems/${escapeToken(name)}`);
  }
}

function* operationFaults(pathItem: JsonObject, pointer: string): Generator<DescriptionFault> {
  for (const method of HTTP_METHODS) {
    if (pathItem[method] === undefined) continue;
    yield* mustBeObject(pathItem[method], `${pointer}/${method}`);
    yield* mustBeList(objectOf(pathItem[method]).security, `${pointer}/${method}/security`);
  }
  const additional = pathItem.additionalOperations;
  yield* mustBeObject(additional, `${pointer}/additionalOperations`);
  for (const [method, operation] of Object.entries(objectOf(additional))) {
    const place = `${pointer}/additionalOperations/${escapeToken(method)}`;
    yield* mustBeObject(operation, place);
    yield* mustBeList(objectOf(operation).security, `${place}/security`);
    if (FIXED_METHODS.has(method))
      yield fault(place, `${method} has a field of its own and must not stand at ${place}.`);
  }
}

function* mustBeList(value: JsonValue | undefined, pointer: string): Generator<DescriptionFault> {
  if (value !== undefined && !Array.isArray(value))
    yield fault(pointer, `The value at ${pointer} must be a list.`);
}

function* asyncFaults(document: JsonObject): Generator<DescriptionFault> {
  for (const key of ['info', 'channels', 'operations', 'components', 'servers']) {
    yield* mustBeObject(document[key], `/${key}`);
  }
  for (const [name, channel] of Object.entries(objectOf(document.channels))) {
    const pointer = `/channels/${escapeToken(name)}`;
    yield* mustBeObject(channel, pointer);
    for (const verb of ['publish', 'subscribe']) {
      yield* mustBeObject(objectOf(channel)[verb], `${pointer}/${verb}`);
    }
  }
  for (const [name, operation] of Object.entries(objectOf(document.operations))) {
    yield* mustBeObject(operation, `/operations/${escapeToken(name)}`);
  }
}

function* protobufFaults(document: JsonObject): Generator<DescriptionFault> {
  const isEmpty = ['messages', 'enums', 'services', 'extensions'].every(
    (key) => Object.keys(objectOf(document[key])).length === 0,
  );
  if (isEmpty) yield fault('', 'The file defines no message, enum or service.');
}
