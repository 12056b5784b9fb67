import { canonicalText } from '../canonical-text.ts';
import { isObject, member, objectOf } from '../json-values.ts';
import type { Shape } from '../material-shape.ts';
import { escapeToken } from '../pointer.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import type { Note } from './change-log.ts';
import { diffMembers } from './diff-members.ts';

/** Fields of a security scheme and of its flows that say how callers prove who they are. */
const FIELDS = [
  'type',
  'scheme',
  'in',
  'name',
  'bearerFormat',
  'openIdConnectUrl',
  'flow',
  'authorizationUrl',
  'tokenUrl',
];

/** Differences between security schemes of the same name. */
export function diffSchemes(
  older: JsonObject,
  newer: JsonObject,
  { place, shape }: { place: string; shape: Shape },
  note: Note,
): void {
  for (const name of Object.keys(newer)) {
    const pointer = `${place}/${escapeToken(name)}`;
    const [before, after] = [member(older, name), member(newer, name)];
    if (before === undefined) note('scheme-added', null, pointer, `The security scheme ${name} added`);
    else if (after !== undefined && textOf(before, shape) !== textOf(after, shape)) {
      const details = fieldChanges(objectOf(before), objectOf(after));
      const what = details.length > 0 ? `: ${details.join(', ')}` : '';
      note('scheme-changed', null, pointer, `The security scheme ${name} changed${what}`);
    }
  }
  for (const name of Object.keys(older)) {
    if (member(newer, name) !== undefined) continue;
    note('scheme-removed', null, `${place}/${escapeToken(name)}`, `The security scheme ${name} removed`);
  }
}

const textOf = (value: JsonValue, shape: Shape) => canonicalText(value, shape, new Map());

function fieldChanges(older: JsonObject, newer: JsonObject): string[] {
  const changes = FIELDS.filter((field) => older[field] !== newer[field]).map(
    (field) => `${field} is ${shown(newer[field])} instead of ${shown(older[field])}`,
  );
  const [before, after] = [objectOf(older.flows), objectOf(newer.flows)];
  for (const flow of Object.keys(after)) if (!isObject(before[flow])) changes.push(`flow ${flow} added`);
  for (const flow of Object.keys(before)) {
    if (!isObject(after[flow])) changes.push(`flow ${flow} removed`);
    else {
      const details = fieldChanges(objectOf(before[flow]), objectOf(after[flow]));
      changes.push(...details.map((text) => `${flow}: ${text}`));
    }
  }
  return [...changes, ...scopeChanges(objectOf(older.scopes), objectOf(newer.scopes))];
}

function scopeChanges(older: JsonObject, newer: JsonObject): string[] {
  const { added, removed } = diffMembers(older, newer);
  return [
    ...added.map(([name]) => `scope ${name} added`),
    ...removed.map(([name]) => `scope ${name} removed`),
  ];
}

const shown = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : 'not given');
