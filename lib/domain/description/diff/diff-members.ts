import { member, objectOf } from '../json-values.ts';
import type { JsonObject } from '../types.ts';

/** What two maps have alone and in common, in the order of the newer one. */
export interface Members {
  added: [string, JsonObject][];
  removed: [string, JsonObject][];
  common: [string, JsonObject, JsonObject][];
}

export function diffMembers(older: JsonObject, newer: JsonObject): Members {
  const names = Object.keys(newer);
  return {
    added: names
      .filter((name) => !Object.hasOwn(older, name))
      .map((name) => [name, objectOf(member(newer, name))]),
    removed: Object.keys(older)
      .filter((name) => !Object.hasOwn(newer, name))
      .map((name) => [name, objectOf(member(older, name))]),
    common: names
      .filter((name) => Object.hasOwn(older, name))
      .map((name) => [name, objectOf(member(older, name)), objectOf(member(newer, name))]),
  };
}
