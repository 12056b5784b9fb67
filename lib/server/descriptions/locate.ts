import { JsonTextError } from './json-text.ts';
import { locateInJson } from './locate-in-json.ts';
import { locateInYaml } from './locate-in-yaml.ts';
import type { Positions } from './pointer-tree.ts';

/** Lines and columns of the values at JSON pointers in a text that is JSON or YAML. */
export function locate(text: string, pointers: Iterable<string>): Positions {
  const wanted = new Set(pointers);
  try {
    return locateInJson(text, wanted);
  } catch (error) {
    if (error instanceof JsonTextError) return locateInYaml(text, wanted);
    throw error;
  }
}
