import type { DescriptionFormat, OwaspCategory, Severity } from '../words.ts';
import type { JsonObject } from '../description/types.ts';
import type { Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import type { References } from './references.ts';
import type { Resolved, ResolvedPlace } from './resolved.ts';

/** What every check may ask about the description as a whole. */
export interface DocumentNode {
  format: DescriptionFormat;
  /** Two numbers of the version, for example `3.0`; empty where the format has none. */
  dialect: string;
  root: JsonObject;
  references: References;
  operations: OperationNode[];
  /** At least one operation asks callers to identify themselves. */
  asksForIdentity: boolean;
  /** Paths with such an operation. */
  securedPaths: ReadonlySet<string>;
  /** Filled by the walk, complete when rules on the document and on operations run. */
  dangling: Dangling[];
  resolved: Resolved;
}

/** A reference that leads out of the description, or nowhere in it. */
export interface Dangling {
  pointer: string;
  ref: string;
  isExternal: boolean;
}

/** One object of the description, met once. */
export interface ObjectNode {
  value: JsonObject;
  /** Key or index in its parent. */
  key: string;
  pointer: string;
  side: Side;
  document: DocumentNode;
}

/** What a key such as `responses` holds, wherever the key stands, as a resolving linter sees it. */
export interface KeyedNode {
  place: ResolvedPlace;
  /** Entry of the map or list by key. */
  child: (place: ResolvedPlace, key: string) => ResolvedPlace | undefined;
}

/** Objects that a rule can look at by what they are in the description. */
export const SEMANTIC_NODES = [
  'security-scheme',
  'server',
  'parameter',
  'header',
  'callback',
  'link',
  'message',
] as const;
/** Objects met anywhere by the key that holds them, in examples and extensions too. */
export const KEYED = [
  'keyed:parameters',
  'keyed:responses',
  'keyed:headers',
  'keyed:securitySchemes',
] as const;
/** Objects met anywhere by their `type`. */
export const TYPED_NODES = ['typed:string', 'typed:integer', 'typed:array', 'typed:object'] as const;

export type SemanticNode = (typeof SEMANTIC_NODES)[number];
export type KeyedOn = (typeof KEYED)[number];
export type TypedNode = (typeof TYPED_NODES)[number];

/** True: the node itself is the place. A pointer, or several: those places instead. */
export type Fires = boolean | string | readonly (string | ResolvedPlace)[];

/** Every OpenAPI version that has `servers` and `components`. */
export const OPENAPI_3 = ['3.0', '3.1', '3.2', '3.x'] as const;
export const OPENAPI = ['2.0', ...OPENAPI_3] as const;
export const ASYNCAPI = ['asyncapi-2', 'asyncapi-3'] as const;
/** Where rules about names of properties apply. */
/** Formats of services that are asked; what an event says of a state is what happened, and not set by a caller. */
export const ASKED_DIALECTS = [...OPENAPI, 'graphql', 'protobuf'] as const;
export const EVERY_DIALECT = [...ASKED_DIALECTS, ...ASYNCAPI] as const;

/** What counts are compared with, so that a score does not grow with the size of a description. */
export const DENOMINATORS = [
  'document',
  'operations',
  'admin-operations',
  'servers',
  'security-schemes',
  'parameters',
  'responses',
  'values',
] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/**
 * How occurrences become causes. `document`: one for the whole description. `owner`: one for each component, or for each
 * resource (the operations below the same first name of a path). `security`: one for the description where it asks
 * nobody to identify themselves anywhere, else one for each resource. `name`: one for each name that fired.
 */
export type Grouping = 'document' | 'owner' | 'security' | 'name';

interface RuleBase {
  id: string;
  /** The rule of `@stoplight/spectral-owasp-ruleset` that tests the same. */
  equivalent?: string;
  /** Versions in which the equivalent rule runs too; absent: in all. */
  equivalentIn?: readonly string[];
  /** The wider cause under which findings are shown, where several rules have one remedy. */
  cause?: string;
  owasp: readonly OwaspCategory[];
  severity: Severity;
  /** Severity where no untrusted input arrives; the request side keeps `severity`. */
  severityElsewhere?: Severity;
  title: string;
  why: string;
  fix: string;
  per: Denominator;
  group: Grouping;
  /** Counts only where the value arrives with a request, leaves with an answer, does both, or only leaves. */
  side?: 'request' | 'response' | 'both' | 'response-only';
  /** Rules that say less about the same place; they are silent where this one fires. */
  supersedes?: readonly string[];
  /** Only in these versions or formats (`3.0`, `2.0`, `graphql`, …); absent: in every version of OpenAPI. */
  dialects?: readonly string[];
}

export interface DocumentRule extends RuleBase {
  on: 'document';
  check: (node: DocumentNode) => Fires;
}
export interface OperationRule extends RuleBase {
  on: 'operation';
  /** The operations the rule is about; only they are checked, and counted as its denominator. */
  among?: (node: OperationNode, document: DocumentNode) => boolean;
  check: (node: OperationNode, document: DocumentNode) => Fires;
}
export interface ObjectRule extends RuleBase {
  on: SemanticNode;
  check: (node: ObjectNode) => Fires;
}
export interface KeyedRule extends RuleBase {
  on: KeyedOn;
  /** Only below `paths`, or in a component that something below `paths` refers to. */
  isBelowPaths?: boolean;
  check: (node: KeyedNode) => readonly ResolvedPlace[];
}
/** Runs on every typed object of a description, so it sees the bare value and nothing else. */
export interface TypedRule extends RuleBase {
  on: TypedNode;
  /** The key of a child: the child is the place. */
  check: (value: JsonObject) => boolean | string;
}
/** Runs on the properties of schemas whose name it knows; each name of a description is tried once. */
export interface PropertyRule extends RuleBase {
  on: 'property';
  named: (words: readonly string[]) => boolean;
  /** Of values that are stored; requests that only look for something may hold them. */
  isAboutStoring?: true;
  /** `owner` are the words of the component or path that the property belongs to, `name` those of its name. */
  check: (schema: JsonObject, owner: readonly string[], name: readonly string[]) => boolean;
}
/** Runs on texts of examples and defaults. */
export interface ExampleRule extends RuleBase {
  on: 'example';
  check: (text: string) => boolean;
}
export type Rule =
  | ExampleRule
  | PropertyRule
  | DocumentRule
  | OperationRule
  | ObjectRule
  | KeyedRule
  | TypedRule;

/** What several rules have in common: one reason and one remedy, shown as one finding. */
export type Cause = Pick<RuleBase, 'id' | 'owasp' | 'title' | 'why' | 'fix'>;
