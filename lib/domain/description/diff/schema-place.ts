import type { JsonObject } from '../types.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { Located } from './schema-facts.ts';

/** Whether the API takes the value in or gives it out: the same edit means different things. */
export type Side = 'input' | 'output';

/** Two schemas that take the same place, each with its document. */
export interface SchemaPlace {
  older: JsonObject;
  newer: JsonObject;
  side: Side;
  /** How the place is called in a sentence: `User.address.street`. */
  label: string;
}

/** Notes a change; its sentence needs a subject, which depends on who uses the schema. */
export type NoteSchema = (kind: ChangeKind, pointer: string, sentence: (subject: string) => string) => void;

/** Says that two schemas further down take the same place. */
export type Descend = (label: string, older: Located, newer: Located) => void;
