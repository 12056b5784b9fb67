import type { Kind } from './grammar.ts';
import type {
  DocumentRule,
  ExampleRule,
  KeyedRule,
  ObjectRule,
  OperationRule,
  PropertyRule,
  Rule,
  TypedRule,
} from './rule.ts';
import { OPENAPI } from './rule.ts';
import { wordsOf } from './words-of.ts';

export interface NamedRules {
  words: readonly string[];
  rules: readonly PropertyRule[];
}

/** The rules that apply to one dialect, by what they look at. */
export interface RuleIndex {
  document: DocumentRule[];
  /** Rules about the same operations together. */
  operation: ReadonlyMap<OperationRule['among'], OperationRule[]>;
  /** By kind of the grammar. */
  semantic: ReadonlyMap<Kind, ObjectRule[]>;
  /** By the key that holds the object. */
  keyed: ReadonlyMap<string, KeyedRule[]>;
  /** By the object's `type`. */
  typed: ReadonlyMap<string, TypedRule[]>;
  /** By the name of a property. */
  property: (name: string) => NamedRules | undefined;
  example: readonly ExampleRule[];
}

const TYPED = 'typed:';
const KEYED = 'keyed:';

function add<K, R>(map: Map<K, R[]>, key: K, rule: R): void {
  const list = map.get(key);
  if (list) list.push(rule);
  else map.set(key, [rule]);
}

function appliesIn({ dialects = OPENAPI }: Rule, dialect: string): boolean {
  return dialects.includes(dialect);
}

export function indexRules(rules: readonly Rule[], dialect: string): RuleIndex {
  const semantic = new Map<Kind, ObjectRule[]>();
  const keyed = new Map<string, KeyedRule[]>();
  const typed = new Map<string, TypedRule[]>();
  const document: DocumentRule[] = [];
  const operation = new Map<OperationRule['among'], OperationRule[]>();
  const property: PropertyRule[] = [];
  const example: ExampleRule[] = [];
  for (const rule of rules) {
    if (!appliesIn(rule, dialect)) continue;
    switch (rule.on) {
      case 'document':
        document.push(rule);
        break;
      case 'operation':
        add(operation, rule.among, rule);
        break;
      case 'property':
        property.push(rule);
        break;
      case 'example':
        example.push(rule);
        break;
      case 'typed:array':
      case 'typed:integer':
      case 'typed:object':
      case 'typed:string':
        add(typed, rule.on.slice(TYPED.length), rule);
        break;
      case 'keyed:parameters':
      case 'keyed:responses':
      case 'keyed:headers':
      case 'keyed:securitySchemes':
        add(keyed, rule.on.slice(KEYED.length), rule);
        break;
      default:
        add(semantic, rule.on, rule);
    }
  }
  return { document, operation, semantic, keyed, typed, property: byName(property), example };
}

/** Names repeat a thousand times over in a large description; each is taken apart once. */
function byName(rules: readonly PropertyRule[]): RuleIndex['property'] {
  const known = new Map<string, NamedRules | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found ?? undefined;
    const words = wordsOf(name);
    const named = rules.filter((rule) => rule.named(words));
    known.set(name, named.length === 0 ? null : { words, rules: named });
    return named.length === 0 ? undefined : { words, rules: named };
  };
}
