import { arrayOf, isObject, objectOf, textOf, textsOf } from '../json-values.ts';
import type { OpenapiOperation } from '../openapi-operations.ts';
import { escapeToken, resolve } from '../pointer.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { styleOf } from './parameter-style.ts';
import type { Located } from './schema-facts.ts';

export interface ParameterView {
  name: string;
  in: string;
  isRequired: boolean;
  schema: Located;
  /** How several values are written in one parameter; empty for a single value. */
  style: string;
  pointer: string;
}

export interface BodyView {
  isRequired: boolean;
  content: Map<string, Located>;
  pointer: string;
}

export interface AnswerView {
  /** Schemas by media type. */
  content: Map<string, Located>;
  /** By name in lower case. */
  headers: Map<string, HeaderView>;
  pointer: string;
}

export interface HeaderView {
  name: string;
  isRequired: boolean;
  schema: Located;
  pointer: string;
}

export interface OperationView {
  parameters: Map<string, ParameterView>;
  body: BodyView | null;
  /** By status. */
  answers: Map<string, AnswerView>;
  callbacks: JsonObject;
}

/**
 * What an operation takes and gives, in one form for OpenAPI 2.0 and 3; references to components are followed. The fields
 * of a form of version 2.0 are parameters, or the properties of the body that they are since.
 */
export function viewOperation(
  document: JsonObject,
  found: Omit<OpenapiOperation, 'method' | 'path'>,
  { formAsBody }: { formAsBody: boolean } = { formAsBody: false },
): OperationView {
  const { operation, pathItem, pointer, pathPointer } = found;
  const parameters = new Map<string, ParameterView>();
  let body = bodyOf3(document, operation, pointer);
  const lists = [
    [pathItem.parameters, `${pathPointer}/parameters`],
    [operation.parameters, `${pointer}/parameters`],
  ] as const;
  for (const [list, place] of lists) {
    for (const [index, entry] of arrayOf(list).entries()) {
      const resolved = resolve(document, entry, `${place}/${index}`);
      if (!isObject(resolved.value)) continue;
      if (resolved.value.in === 'body') body = bodyOf2(document, operation, resolved.value, resolved.pointer);
      else addParameter(document, parameters, resolved.value, resolved.pointer);
    }
  }
  const form = [...parameters].filter(([, parameter]) => parameter.in === 'formData');
  if (form.length > 0 && !body) body = formOf2(document, operation, pointer);
  if (body && form.length > 0 && formAsBody) {
    for (const [key] of form) parameters.delete(key);
    const fields = form.map(([, field]) => field);
    const schema = { value: schemaOfForm(fields), pointer: `${pointer}/parameters` };
    body = {
      ...body,
      isRequired: fields.some(({ isRequired }) => isRequired),
      content: new Map([...body.content.keys()].map((media) => [media, schema])),
    };
  }
  return {
    parameters,
    body,
    answers: answersOf(document, operation, pointer),
    callbacks: objectOf(operation.callbacks),
  };
}

function addParameter(
  document: JsonObject,
  parameters: Map<string, ParameterView>,
  parameter: JsonObject,
  pointer: string,
): void {
  const name = textOf(parameter.name) ?? '';
  const place = textOf(parameter.in) ?? '';
  const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
  const [[, content] = []] = Object.entries(objectOf(parameter.content)).slice(0, 1);
  // Without a schema it is one of version 2.0, which carries the keywords itself.
  const schema =
    parameter.schema ?? (isObject(content) ? content.schema : undefined) ?? withoutRequired(parameter);
  const schemaPointer = parameter.schema === undefined ? pointer : `${pointer}/schema`;
  parameters.set(key, {
    name,
    in: place,
    isRequired: parameter.required === true || place === 'path',
    schema: { value: schema, pointer: schemaPointer },
    style: styleOf(document, parameter, schema),
    pointer,
  });
}

/** `required: true` of a parameter is not the list of the same name in a schema. */
function withoutRequired(parameter: JsonObject): JsonObject {
  const schema = { ...parameter };
  delete schema.required;
  return schema;
}

function bodyOf3(document: JsonObject, operation: JsonObject, pointer: string): BodyView | null {
  const body = resolve(document, operation.requestBody, `${pointer}/requestBody`);
  if (!isObject(body.value)) return null;
  return {
    isRequired: body.value.required === true,
    content: contentOf(document, body.value.content, `${body.pointer}/content`),
    pointer: body.pointer,
  };
}

function bodyOf2(
  document: JsonObject,
  operation: JsonObject,
  parameter: JsonObject,
  pointer: string,
): BodyView {
  return {
    isRequired: parameter.required === true,
    content: sameForAll(operation.consumes ?? document.consumes, {
      value: parameter.schema,
      pointer: `${pointer}/schema`,
    }),
    pointer,
  };
}

/** The fields of a form are parameters in version 2.0; how it is sent stands beside them. */
function formOf2(document: JsonObject, operation: JsonObject, pointer: string): BodyView {
  const form: Located = { value: undefined, pointer };
  const content = sameForAll(
    operation.consumes ?? document.consumes ?? ['application/x-www-form-urlencoded'],
    form,
  );
  return { isRequired: false, content, pointer: `${pointer}/consumes` };
}

/** The schema that the fields of a form amount to; each keeps its own, at its own place. */
function schemaOfForm(fields: readonly ParameterView[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema.value ?? {}])),
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

function headersOf(document: JsonObject, value: JsonValue | undefined, place: string): AnswerView['headers'] {
  const headers: AnswerView['headers'] = new Map();
  for (const [name, entry] of Object.entries(objectOf(value))) {
    const { value: header, pointer } = resolve(document, entry, `${place}/${escapeToken(name)}`);
    // What the media types say is not said again by a header.
    if (!isObject(header) || /^content-type$/i.test(name)) continue;
    const schema =
      header.schema === undefined
        ? { value: withoutRequired(header), pointer }
        : { value: header.schema, pointer: `${pointer}/schema` };
    headers.set(name.toLowerCase(), { name, isRequired: header.required === true, schema, pointer });
  }
  return headers;
}

function answersOf(document: JsonObject, operation: JsonObject, pointer: string): OperationView['answers'] {
  const answers: OperationView['answers'] = new Map();
  for (const [status, entry] of Object.entries(objectOf(operation.responses))) {
    if (status.startsWith('x-')) continue;
    const response = resolve(document, entry, `${pointer}/responses/${escapeToken(status)}`);
    const value = objectOf(response.value);
    const content =
      value.schema === undefined
        ? contentOf(document, value.content, `${response.pointer}/content`)
        : sameForAll(operation.produces ?? document.produces, {
            value: value.schema,
            pointer: `${response.pointer}/schema`,
          });
    answers.set(/^\dxx$/i.test(status) ? status.toUpperCase() : status, {
      content,
      headers: headersOf(document, value.headers, `${response.pointer}/headers`),
      pointer: response.pointer,
    });
  }
  return answers;
}

function contentOf(
  document: JsonObject,
  content: JsonValue | undefined,
  pointer: string,
): Map<string, Located> {
  const schemas = new Map<string, Located>();
  for (const [media, entry] of Object.entries(objectOf(content))) {
    const resolved = resolve(document, entry, `${pointer}/${escapeToken(media)}`);
    const { schema, itemSchema } = objectOf(resolved.value);
    const key = schema === undefined && itemSchema !== undefined ? 'itemSchema' : 'schema';
    schemas.set(mediaName(media), { value: schema ?? itemSchema, pointer: `${resolved.pointer}/${key}` });
  }
  return schemas;
}

/** JSON in UTF-8 is what JSON is anyway, and so on: how characters are written makes no other media type. */
const mediaName = (media: string): string =>
  media
    .toLowerCase()
    .replace(/\s*;\s*charset=[^;]*/, '')
    .trim();

/** Version 2.0 has one schema for every media type; JSON where it names none. */
function sameForAll(types: JsonValue | undefined, schema: Located): Map<string, Located> {
  const names = textsOf(types);
  return new Map((names.length > 0 ? names : ['application/json']).map((name) => [mediaName(name), schema]));
}
