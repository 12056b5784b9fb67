import type { DescriptionFormat } from '../words.ts';

/** A parsed description as plain JSON values; local `$ref`s are left in place. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Source of line numbers: 1-based position of the value at a JSON pointer, when the text is known. */
export type Locate = (pointer: string) => { line: number; column: number } | undefined;

export interface ParsedDescription {
  format: DescriptionFormat;
  /** For GraphQL SDL and protobuf: a JSON rendering of what the parser found (types, fields, services), so that every later step sees plain data. */
  document: JsonObject;
}

/** One entry of the inventory: a method and a path template, a GraphQL root field, an AsyncAPI operation, an rpc. */
export interface OperationInfo {
  /** Unique within the revision, for example `GET /users/{id}`, `MUTATION addShelf`, `SEND parcel/moved`, `RPC parcels.v1.Parcels/GetParcel`. */
  key: string;
  method: string;
  path: string;
  operationId: string | null;
  summary: string | null;
  tags: string[];
  deprecated: boolean;
  /** False when the description says that nobody needs to identify themselves; null when the format cannot say. */
  authenticated: boolean | null;
  /** Names of the security schemes with scopes, as alternatives, for example `company[shelves:read]`. */
  security: string[];
  /** JSON pointer of the operation. */
  pointer: string;
}

/** What a description contains that tailors the checklist. */
export const FEATURES = [
  'authentication',
  'unauthenticated-operations',
  'object-ids',
  'write-operations',
  'file-upload',
  'url-parameters',
  'webhooks-or-callbacks',
  'graphql',
  'lists',
  'admin-operations',
  'sensitive-flows',
  'personal-data',
  'third-party-data',
  'several-versions',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface ServerInfo {
  url: string;
  description: string | null;
}

/** All that the inventory keeps of one revision besides its bytes. */
export interface DescriptionSummary {
  format: DescriptionFormat;
  title: string;
  version: string;
  operations: OperationInfo[];
  servers: ServerInfo[];
  features: Feature[];
  /** Canonical text whose SHA-256 is the material digest. */
  material: string;
}

/** One difference between two descriptions, for people: `what` is a plain sentence, `pointer` where it is in the newer (or, if removed, the older) one. */
export interface Change {
  kind: string;
  operation: string | null;
  pointer: string;
  what: string;
}

/** A change may stand in `breaking` and in `security`; what is in neither is in `other`. */
export interface DescriptionDiff {
  breaking: Change[];
  security: Change[];
  other: Change[];
  /** True exactly when the two material digests differ. */
  materialChange: boolean;
}
