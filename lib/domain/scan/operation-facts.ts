import { arrayOf, isObject, textOf, textsOf } from '../description/json-values.ts';
import { escapeToken } from '../description/pointer.ts';
import type { JsonObject } from '../description/types.ts';
import type { OperationNode } from './operation-node.ts';
import type { Place, References } from './references.ts';
import { wordsOf } from './words-of.ts';

/** Of longer descriptions the beginning is looked at. */
const LONGEST_TEXT = 20_000;

const LIMIT_HEADER = /rate-?limit|^retry-after$/i;
const LIMIT_TEXT = /\brate[- ]?limit|\bthrottl|\bquota|\bcaptcha|\btoo many\b|\b429\b|\battempts?\b/i;
const LIMIT_EXTENSION = /rate-?limit|throttl|quota|captcha/i;

function textsOn({ value }: OperationNode): string {
  const texts = `${textOf(value.summary) ?? ''} ${textOf(value.description) ?? ''}`;
  return texts.slice(0, LONGEST_TEXT);
}

/** The description says that somebody counts: a 429 answer, headers about limits, an extension, or words about it. */
export function declaresLimit(operation: OperationNode, references: References): boolean {
  if (operation.answers.some(([status]) => status === '429')) return true;
  if (Object.keys(operation.value).some((key) => key.startsWith('x-') && LIMIT_EXTENSION.test(key)))
    return true;
  if (LIMIT_TEXT.test(textsOn(operation))) return true;
  return operation.answers.some(([, answer]) =>
    references.entries(references.child(answer, 'headers')).some(([name]) => LIMIT_HEADER.test(name)),
  );
}

/** The operation's texts satisfy the pattern. */
export function speaksOf(operation: OperationNode, pattern: RegExp): boolean {
  return pattern.test(textsOn(operation));
}

/** Schemas of the answers to success; of a stream that of what it is made of. */
export function resultsOf(operation: OperationNode, references: References): Place[] {
  return operation.answers
    .filter(([status]) => status.startsWith('2') || status === 'default')
    .flatMap(([, answer]) => {
      const old = references.child(answer, 'schema');
      const contents = references.entries(references.child(answer, 'content'));
      return [
        ...(old ? [old] : []),
        ...contents.flatMap(
          ([, media]) => references.child(media, 'schema') ?? references.child(media, 'itemSchema') ?? [],
        ),
      ];
    });
}

const CREDENTIAL_HEADER =
  /^(?:authorization|proxy-authorization|cookie)$|(?:api-?key|auth-?token|access[-_]?token|session)/i;

/** In the query too an identity is one; that it stands there is another weakness, told of by its name. */
const CREDENTIAL_IN_QUERY = /^(?:api-?key|access[-_]?token|auth[-_]?token|api[-_]?token|secret[-_]?key)$/i;

/** A parameter that carries an identity although no security scheme says so. */
export function hasCredentialParameter({ parameters }: OperationNode): boolean {
  return parameters.some(({ value }) => {
    if (!isObject(value) || typeof value.name !== 'string') return false;
    if (value.in === 'query') return CREDENTIAL_IN_QUERY.test(value.name);
    return (value.in === 'header' || value.in === 'cookie') && CREDENTIAL_HEADER.test(value.name);
  });
}

/** Where an editor has to go: the `security` of the operation, else the operation. */
export function placeOfSecurity({ pointer, securitySource }: OperationNode): string {
  return securitySource === 'operation' ? `${pointer}/security` : pointer;
}

/** The scopes of each alternative of the security in force. */
export function scopesOf({ security }: OperationNode): string[][] {
  return security.map((requirement) => Object.values(requirement).flatMap(textsOf));
}

/** No honest path is longer; of others the beginning is looked at. */
const LONGEST_PATH = 2000;

/** The names in a path that are not parameters, without a method behind a colon. */
export function namesIn(path: string): string[] {
  return path
    .slice(0, LONGEST_PATH)
    .split('/')
    .filter((segment) => segment !== '' && !segment.includes('{'));
}

/** Words of the last name of the path and of the operation's id: what the operation is about. */
export function subjectOf({ path, value }: OperationNode): string[] {
  const id = typeof value.operationId === 'string' ? value.operationId : '';
  return [...wordsOf(namesIn(path).at(-1) ?? ''), ...wordsOf(id)];
}

export function isItem({ path }: OperationNode): boolean {
  return /\{[^{}]*\}\/?$/.test(path);
}

export interface NamedSchema {
  name: string;
  /** Where the property stands, not where a reference leads. */
  pointer: string;
  schema: JsonObject;
}

const MOST_PROPERTIES = 2000;

/**
 * Properties of a schema by name, combined schemas and inner objects included down to `depth` objects; references are
 * followed, circles end by the depth and by the number of properties. Inner objects are entered where `isEntered` says
 * so of their name.
 */
export function propertiesOf(
  references: References,
  start: Place,
  depth: number,
  isEntered: (name: string) => boolean = () => true,
): NamedSchema[] {
  const found: NamedSchema[] = [];
  const seen = new Set<string>();

  function visit(place: Place | undefined, left: number): void {
    if (!place || !isObject(place.value) || seen.has(place.pointer) || found.length >= MOST_PROPERTIES)
      return;
    seen.add(place.pointer);
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      for (const [, part] of references.entries(references.child(place, key))) visit(part, left);
    }
    visit(references.child(place, 'items'), left);
    const properties = references.child(place, 'properties');
    if (!properties || !isObject(properties.value)) return;
    for (const name of Object.keys(properties.value)) {
      const property = found.length < MOST_PROPERTIES ? references.child(properties, name) : undefined;
      if (!property || !isObject(property.value)) continue;
      found.push({ name, pointer: `${properties.pointer}/${escapeToken(name)}`, schema: property.value });
      if (left > 1 && isEntered(name)) visit(property, left - 1);
    }
  }
  visit(start, depth);
  return found;
}

/** The parameter's schema: its own, that of its content, or (2.0) the parameter itself. */
export function schemaOfParameter(parameter: Place, references: References): JsonObject {
  const schema = references.child(parameter, 'schema');
  if (schema && isObject(schema.value)) return schema.value;
  const content = references.entries(references.child(parameter, 'content'))[0]?.[1];
  const inner = content && references.child(content, 'schema');
  if (inner && isObject(inner.value)) return inner.value;
  return isObject(parameter.value) ? parameter.value : {};
}

export function parameterNamed({ parameters }: OperationNode, where: string, pattern: RegExp): Place[] {
  return parameters.filter(
    ({ value }) =>
      isObject(value) && value.in === where && typeof value.name === 'string' && pattern.test(value.name),
  );
}

/** Types of a schema, one or several. */
export function typesIn({ type }: JsonObject): string[] {
  return typeof type === 'string' ? [type] : arrayOf(type).filter((name) => typeof name === 'string');
}
