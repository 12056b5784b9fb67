import { objectOf, textOf } from '../json-values.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { viewSchema } from './schema-view.ts';

/** Where version 2.0 separates values otherwise than by commas. */
const STYLES_OF_2: Readonly<Record<string, string>> = {
  multi: 'form, exploded',
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tabDelimited',
};

/**
 * How several values are written in one parameter, in the words of OpenAPI 3, whether the description says it or leaves
 * it to what holds without a word. Empty for a single value, which is written in one way.
 */
export function styleOf(document: JsonObject, parameter: JsonObject, schema: JsonValue): string {
  const { types } = viewSchema(document, { value: schema, pointer: '' });
  const isArray = types.has('array');
  if (!isArray && !types.has('object')) return '';
  const usual = ['query', 'cookie', 'formData'].includes(textOf(parameter.in) ?? '') ? 'form' : 'simple';
  if (parameter.type !== undefined) return STYLES_OF_2[textOf(parameter.collectionFormat) ?? 'csv'] ?? usual;
  // A parameter with a media type is written as that says.
  if (Object.keys(objectOf(parameter.content)).length > 0) return '';
  const style = textOf(parameter.style) ?? usual;
  const isExploded = typeof parameter.explode === 'boolean' ? parameter.explode : style === 'form';
  const isAlike = isArray && !['form', 'label', 'matrix'].includes(style);
  return isExploded && !isAlike ? `${style}, exploded` : style;
}
