import { sniffFamily } from './detect-format.ts';
import { JsonTextError } from './json-text.ts';
import { locateInGraphql } from './locate-in-graphql.ts';
import { locateInJson } from './locate-in-json.ts';
import { locateInProtobuf } from './locate-in-protobuf.ts';
import { locateInYaml } from './locate-in-yaml.ts';
import type { Positions } from './pointer-tree.ts';

/** Lines and columns of the values at JSON pointers in a text of any format; of schemas, those in their plain form. */
export function locate(text: string, pointers: Iterable<string>): Positions {
  const wanted = new Set(pointers);
  const family = sniffFamily(text);
  if (family === 'graphql') return locateInGraphql(text, wanted);
  if (family === 'protobuf') return locateInProtobuf(text, wanted);
  try {
    return locateInJson(text, wanted);
  } catch (error) {
    if (error instanceof JsonTextError) return locateInYaml(text, wanted);
    throw error;
  }
}
