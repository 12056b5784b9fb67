import { isObject, textOf } from '../description/json-values.ts';
import { escapeToken } from '../description/pointer.ts';
import type { Place, References } from './references.ts';

/**
 * The parameters that a query taken as a whole has (`in: querystring`, OpenAPI 3.2): each property of its object, written
 * as the query parameter that it is for whoever calls. The pointer is that of the property. None for any other parameter.
 */
export function fieldsOfQueryString(parameter: Place, references: References): Place[] {
  if (!isObject(parameter.value) || parameter.value.in !== 'querystring') return [];
  return references.entries(references.child(parameter, 'content')).flatMap(([, media]) => {
    const schema = references.child(media, 'schema');
    const properties = schema && references.child(schema, 'properties');
    return references.entries(properties).flatMap(([name, { value }]) =>
      isObject(value)
        ? {
            value: { name, in: 'query', schema: value, description: textOf(value.description) ?? '' },
            pointer: `${properties!.pointer}/${escapeToken(name)}`,
          }
        : [],
    );
  });
}
