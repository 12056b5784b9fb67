import { openapiOperations } from '../openapi-operations.ts';
import type { OpenapiOperation } from '../openapi-operations.ts';
import { OPENAPI_SHAPES } from '../openapi-shapes.ts';
import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import type { JsonObject } from '../types.ts';
import type { Note } from './change-log.ts';
import { isVersion2 } from './comparable-schemes.ts';
import type { ComparableSchemes } from './comparable-schemes.ts';
import { diffCallbacks, diffWebhooks } from './diff-calls.ts';
import { diffContent } from './diff-content.ts';
import { diffHeaders } from './diff-headers.ts';
import { diffSchemes } from './diff-schemes.ts';
import { templateNames } from './match-operations.ts';
import type { OperationPair } from './match-operations.ts';
import { viewOperation } from './openapi-view.ts';
import type { OperationView, ParameterView } from './openapi-view.ts';
import { schemaPairs } from './schema-pairs.ts';
import type { SchemaPairs } from './schema-pairs.ts';
import type { Side } from './schema-place.ts';
import type { Located } from './schema-facts.ts';
import { sensitiveRemark } from './sensitive-within.ts';

/** What differs between two OpenAPI documents beyond their inventories, whichever versions they are written in. */
export function diffOpenapi(
  older: JsonObject,
  newer: JsonObject,
  pairs: readonly OperationPair[],
  comparable: ComparableSchemes,
  note: Note,
): void {
  const [before, after] = [byKey(older), byKey(newer)];
  const schemas = schemaPairs(older, newer);
  const isAcross = isVersion2(older) !== isVersion2(newer);
  const reading = { formAsBody: isAcross };
  for (const pair of pairs) {
    const [from, to] = [before.get(pair.older.key), after.get(pair.newer.key)];
    if (!from || !to) continue;
    const views = [viewOperation(older, from, reading), viewOperation(newer, to, reading)] as const;
    const { key } = pair.newer;
    diffParameters(key, views, pathNames(from.path, to.path), note, schemas);
    diffBody(key, views, to.pointer, note, schemas);
    diffAnswers(key, views, to.pointer, note, schemas);
    diffCallbacks(key, views, to.pointer, note, schemas);
  }
  diffWebhooks(note, schemas);
  schemas.finish(note);
  const place =
    newer.securityDefinitions === undefined ? '/components/securitySchemes' : '/securityDefinitions';
  diffSchemes(comparable.older, comparable.newer, { place, shape: OPENAPI_SHAPES.securityScheme }, note);
}

const byKey = (document: JsonObject): Map<string, OpenapiOperation> =>
  new Map([...openapiOperations(document)].map((found) => [`${found.method} ${found.path}`, found]));

/** Former name → present name of the parameters of a path that was only written differently. */
function pathNames(older: string, newer: string): Map<string, string> {
  const present = templateNames(newer);
  return new Map(templateNames(older).map((name, index) => [name, present[index] ?? name]));
}

type Views = readonly [OperationView, OperationView];

function diffParameters(
  key: string,
  [before, after]: Views,
  renamed: Map<string, string>,
  note: Note,
  schemas: SchemaPairs,
): void {
  const former = new Map<string, ParameterView>();
  for (const [id, parameter] of before.parameters) {
    former.set(
      parameter.in === 'path' ? `path ${renamed.get(parameter.name) ?? parameter.name}` : id,
      parameter,
    );
  }
  for (const [id, parameter] of after.parameters) {
    const { name, pointer } = parameter;
    const called = nameOf(parameter);
    const same = former.get(id);
    if (!same) {
      noteParameterAdded(key, parameter, note);
      continue;
    }
    if (!same.isRequired && parameter.isRequired)
      note('parameter-required', key, pointer, `${key} now requires ${called}`);
    if (same.isRequired && !parameter.isRequired)
      note('parameter-optional', key, pointer, `${key} no longer requires ${called}`);
    if (same.style !== '' && parameter.style !== '' && same.style !== parameter.style)
      note(
        'input-retyped',
        key,
        pointer,
        `${key} takes ${called} in the style ${parameter.style} instead of ${same.style}`,
      );
    schemas.compare(key, 'input', name, same.schema, parameter.schema);
  }
  for (const [id, parameter] of former) {
    if (!after.parameters.has(id))
      note('parameter-removed', key, parameter.pointer, `${key} no longer takes ${nameOf(parameter)}`);
  }
}

const nameOf = (parameter: ParameterView): string => `the ${parameter.in} parameter ${parameter.name}`;

function noteParameterAdded(key: string, parameter: ParameterView, note: Note): void {
  const { name, isRequired, pointer } = parameter;
  const sensitivity = sensitivityOf(name);
  const tells = sensitivity === null ? '' : ` (${SENSITIVITY_NAMES[sensitivity]})`;
  const what = `${key} ${isRequired ? 'requires the new' : 'also takes the'} ${parameter.in} parameter ${name}${tells}`;
  if (isRequired)
    note(tells === '' ? 'required-parameter-added' : 'sensitive-input-required', key, pointer, what);
  else note(tells === '' ? 'parameter-added' : 'sensitive-input-added', key, pointer, what);
}

function diffBody(
  key: string,
  [{ body: before }, { body: after }]: Views,
  pointer: string,
  note: Note,
  schemas: SchemaPairs,
): void {
  if (!before && !after) return;
  const stated = [`${pointer}/consumes`, '/consumes'];
  if (!after)
    return note('body-removed', key, pointer, `${key} no longer takes a body`, [pointer, ...stated]);
  if (!before) {
    const tells = remarkOn(schemas.newer, 'input', after.content);
    const [plain, sensitive] = after.isRequired
      ? (['required-body-added', 'sensitive-input-required'] as const)
      : (['body-added', 'sensitive-input-added'] as const);
    const what = `${key} ${after.isRequired ? 'requires' : 'also takes'} a body${tells}`;
    return note(tells === '' ? plain : sensitive, key, after.pointer, what, [after.pointer, ...stated]);
  }
  if (!before.isRequired && after.isRequired)
    note('body-required', key, after.pointer, `${key} now requires its body`);
  if (before.isRequired && !after.isRequired)
    note('body-optional', key, after.pointer, `${key} no longer requires its body`);
  diffContent(
    { key, side: 'input', pointer: after.pointer, stated },
    before.content,
    after.content,
    note,
    schemas,
  );
}

/** The first remark on what one of the schemas brings. */
const remarkOn = (newer: JsonObject, side: Side, content: ReadonlyMap<string, Located>): string =>
  [...content.values()]
    .map((schema) => sensitiveRemark(newer, side, '', schema))
    .find((text) => text !== '') ?? '';

function diffAnswers(
  key: string,
  [before, after]: Views,
  pointer: string,
  note: Note,
  schemas: SchemaPairs,
): void {
  const stated = [`${pointer}/produces`, '/produces'];
  for (const [status, answer] of after.answers) {
    const same = before.answers.get(status);
    if (!same) {
      const tells = remarkOn(schemas.newer, 'output', answer.content);
      const kind = tells === '' ? 'answer-added' : 'sensitive-output-added';
      note(kind, key, answer.pointer, `${key} may also answer ${status}${tells}`);
      continue;
    }
    diffHeaders(key, same, answer, note, schemas);
    diffContent(
      { key, side: 'output', pointer: answer.pointer, status, stated },
      same.content,
      answer.content,
      note,
      schemas,
    );
  }
  for (const [status, answer] of before.answers) {
    if (after.answers.has(status)) continue;
    if (status === '429') {
      note('limit-loosened', key, answer.pointer, `${key} no longer answers 429, for too many requests`);
      continue;
    }
    const isSuccess = status.startsWith('2') || status.startsWith('3');
    note(
      isSuccess ? 'success-removed' : 'answer-removed',
      key,
      answer.pointer,
      `${key} no longer answers ${status}`,
    );
  }
}
