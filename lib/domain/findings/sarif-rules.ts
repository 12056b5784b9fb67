import { isRecord } from '../is-record.ts';

type Json = Record<string, unknown>;

const EMPTY: Json = {};

interface Component {
  /** Its name and its guid. */
  names: readonly unknown[];
  rules: readonly unknown[];
}

/** Rules of one run: those of the driver and of its extensions (SARIF 2.1.0, section 3.52). */
export interface RunRules {
  driver: readonly unknown[];
  extensions: readonly Component[];
  /** How this run was told to rate a rule, by its id (section 3.20.5). */
  levels: ReadonlyMap<string, unknown>;
}

export function rulesOf(tool: Json, invocations: readonly unknown[] = []): RunRules {
  const driver = rulesIn(tool['driver']);
  const extensions = listIn(tool, 'extensions').map((one) => ({
    names: isRecord(one) ? [one['name'], one['guid']] : [],
    rules: rulesIn(one),
  }));
  return { driver, extensions, levels: levelsOf(invocations, { driver, extensions }) };
}

function levelsOf(
  invocations: readonly unknown[],
  rules: Omit<RunRules, 'levels'>,
): ReadonlyMap<string, unknown> {
  const levels = new Map<string, unknown>();
  for (const override of invocations.flatMap((one) => listIn(one, 'ruleConfigurationOverrides'))) {
    const { descriptor, configuration } = isRecord(override) ? override : EMPTY;
    const { id } = isRecord(descriptor) ? describedBy(descriptor, rules) : { id: null };
    if (id !== null && isRecord(configuration) && configuration['level'] !== undefined)
      levels.set(id, configuration['level']);
  }
  return levels;
}

/** The id of the rule behind a result and what is known about it; the id is null when the result names none. */
export function ruleOf(result: Json, rules: RunRules): { id: string | null; rule: Json } {
  const reference = isRecord(result['rule']) ? result['rule'] : EMPTY;
  return describedBy(
    {
      ...reference,
      id: result['ruleId'] ?? reference['id'],
      index: result['ruleIndex'] ?? reference['index'],
    },
    rules,
  );
}

/** The rule that a reference names by id, by index, or both, in the component it names (section 3.52.3). */
function describedBy(
  { id, index, toolComponent }: Json,
  rules: Omit<RunRules, 'levels'>,
): { id: string | null; rule: Json } {
  const list = componentOf(toolComponent, rules);
  const named = text(id);
  const indexed = typeof index === 'number' ? list[index] : undefined;
  const isMeant = isRecord(indexed) && (named === null || isOrIsBelow(named, indexed['id']));
  const others = rules.extensions.map((one) => one.rules);
  const rule = isMeant ? indexed : findById(named, [list, rules.driver, ...others]);
  return { id: named ?? text(rule['id']), rule };
}

/** A component is named by its index among the extensions, else by guid or name (section 3.54). */
function componentOf(
  reference: unknown,
  { driver, extensions }: Omit<RunRules, 'levels'>,
): readonly unknown[] {
  if (!isRecord(reference)) return driver;
  const { index, guid, name } = reference;
  if (typeof index === 'number' && index >= 0) return extensions[index]?.rules ?? [];
  const isNamed = (one: Component) =>
    one.names.some((own) => text(own) !== null && (own === guid || own === name));
  return extensions.find(isNamed)?.rules ?? driver;
}

const isOrIsBelow = (id: string, rule: unknown) => id === rule || id.startsWith(`${String(rule)}/`);

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

const rulesIn = (component: unknown): readonly unknown[] => listIn(component, 'rules');

/** The list in a member of an object; empty where there is none. */
export function listIn(holder: unknown, name: string): readonly unknown[] {
  const list = isRecord(holder) ? holder[name] : undefined;
  return Array.isArray(list) ? list : [];
}

/** A result may name a part of a rule (`CA1000/1`): then the rule before the slash describes it. */
function findById(id: string | null, lists: readonly (readonly unknown[])[]): Json {
  if (id === null) return EMPTY;
  const rules = lists.flat().filter(isRecord);
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  return rules.find((rule) => rule['id'] === id) ?? rules.find((rule) => rule['id'] === parent) ?? EMPTY;
}
