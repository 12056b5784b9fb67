import { isRecord } from '../is-record.ts';

type Json = Record<string, unknown>;

const EMPTY: Json = {};

/** Rules of one run: those of the driver and of its extensions (SARIF 2.1.0, section 3.52). */
export interface RunRules {
  driver: readonly unknown[];
  extensions: readonly (readonly unknown[])[];
}

export function rulesOf(tool: Json): RunRules {
  const extensions = Array.isArray(tool['extensions']) ? (tool['extensions'] as unknown[]) : [];
  return { driver: rulesIn(tool['driver']), extensions: extensions.map(rulesIn) };
}

/** The id of the rule behind a result and what is known about it; the id is null when the result names none. */
export function ruleOf(result: Json, rules: RunRules): { id: string | null; rule: Json } {
  const reference = isRecord(result['rule']) ? result['rule'] : EMPTY;
  const component = isRecord(reference['toolComponent']) ? reference['toolComponent']['index'] : undefined;
  const list =
    typeof component === 'number' && component >= 0 ? (rules.extensions[component] ?? []) : rules.driver;
  const named = text(result['ruleId']) ?? text(reference['id']);
  const index = result['ruleIndex'] ?? reference['index'];
  const indexed = typeof index === 'number' ? list[index] : undefined;
  const rule = isRecord(indexed) ? indexed : findById(named, [list, rules.driver, ...rules.extensions]);
  return { id: named ?? text(rule['id']), rule };
}

/** The text of a message, with its placeholders filled in (section 3.11); null when there is none. */
export function messageOf(message: unknown, rule: Json): string | null {
  if (!isRecord(message)) return null;
  const own = text(message['text']) ?? text(message['markdown']);
  const strings = isRecord(rule['messageStrings']) ? rule['messageStrings'] : EMPTY;
  const id = text(message['id']);
  const shared = id !== null && Object.hasOwn(strings, id) ? strings[id] : undefined;
  const template = own ?? (isRecord(shared) ? text(shared['text']) : null);
  const values = Array.isArray(message['arguments']) ? (message['arguments'] as unknown[]) : [];
  return template?.replace(/\{(\d+)\}/g, (whole, at: string) => text(values[Number(at)]) ?? whole) ?? null;
}

/** The text of a `{text}` or `{markdown}` member of a rule. */
export function ruleText(rule: Json, name: string): string | null {
  const member = rule[name];
  return isRecord(member) ? (text(member['text']) ?? text(member['markdown'])) : null;
}

/** A text that says something, else null. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value.replaceAll('\u0000', '').trim() !== '' ? value : null;

function rulesIn(component: unknown): readonly unknown[] {
  return isRecord(component) && Array.isArray(component['rules']) ? component['rules'] : [];
}

/** A result may name a part of a rule (`CA1000/1`): then the rule before the slash describes it. */
function findById(id: string | null, lists: readonly (readonly unknown[])[]): Json {
  if (id === null) return EMPTY;
  const rules = lists.flat().filter(isRecord);
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  return rules.find((rule) => rule['id'] === id) ?? rules.find((rule) => rule['id'] === parent) ?? EMPTY;
}
