import type { JsonValue } from '../lib/domain/description/types.ts';
import { dialectOf } from '../lib/domain/scan/dialect.ts';
import type { Inspection } from '../lib/domain/scan/inspect.ts';
import { OPENAPI } from '../lib/domain/scan/rule.ts';
import type { Rule } from '../lib/domain/scan/rule.ts';
import { wordsOf } from '../lib/domain/scan/words-of.ts';

const words = new Map<string, readonly string[]>();

function wordsIn(name: string): readonly string[] {
  const known = words.get(name) ?? wordsOf(name);
  words.set(name, known);
  return known;
}

/** Names of properties of a document, and whether it has examples: what rules about them could fire on. */
export interface Subjects {
  properties: ReadonlySet<string>;
  hasExamples: boolean;
}

export function subjectsOf(document: JsonValue): Subjects {
  const properties = new Set<string>();
  let hasExamples = false;
  const waiting: JsonValue[] = [document];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (const entry of value) waiting.push(entry);
      continue;
    }
    for (const [key, child] of Object.entries(value)) {
      if (key === 'example' || key === 'examples' || key === 'default') hasExamples = true;
      if ((key === 'properties' || key === 'fields') && child !== null && typeof child === 'object')
        for (const name of Object.keys(child)) properties.add(name);
      waiting.push(child);
    }
  }
  return { properties, hasExamples };
}

/** Whether a description has at least one thing of the kind a rule looks at, so that the rule could have fired. */
export function hasSubject(rule: Rule, inspection: Inspection, subjects: Subjects): boolean {
  const { document, walked, among } = inspection;
  const { format, operations } = document;
  if (!(rule.dialects ?? OPENAPI).includes(dialectOf({ format, document: document.root }))) return false;
  switch (rule.on) {
    case 'document':
      return true;
    case 'operation':
      return rule.among ? (among.get(rule) ?? 0) > 0 : operations.length > 0;
    case 'property':
      return [...subjects.properties].some((name) => rule.named(wordsIn(name)));
    case 'example':
      return subjects.hasExamples;
    case 'keyed:headers':
    case 'keyed:parameters':
    case 'keyed:responses':
    case 'keyed:securitySchemes':
      return walked.held.some(({ rules }) => rules.includes(rule));
    case 'typed:array':
    case 'typed:integer':
    case 'typed:object':
    case 'typed:string':
      return walked.values > 0;
    default:
      return walked.met.some(({ rules }) => rules.includes(rule));
  }
}
