import type { JsonObject, JsonValue } from '../description/types.ts';
import { METHODS } from './grammar.ts';
import { isObject } from './places.ts';
import type { Place, References } from './references.ts';

/** Where the security of an operation is decided. */
export type SecuritySource = 'operation' | 'document' | 'nowhere';

/** One operation with what its checks ask again and again, worked out once. */
export interface OperationNode {
  /** As in the operations inventory: `GET /users/{id}`. */
  key: string;
  /** Upper case. */
  method: string;
  path: string;
  pointer: string;
  value: JsonObject;
  /** Own and path-level parameters, references followed. */
  parameters: Place[];
  /** Alternatives in force; empty when nobody needs to identify themselves. */
  security: JsonObject[];
  securitySource: SecuritySource;
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function parametersOf(references: References, owner: JsonObject, pointer: string): Place[] {
  return listOf(owner.parameters).map((value, index) =>
    references.follow({ value, pointer: `${pointer}/parameters/${index}` }),
  );
}

function childrenOf(place: Place | undefined): string[] {
  return place && isObject(place.value) ? Object.keys(place.value) : [];
}

/** Every operation under `paths`, in the order of the description; path items may be references, callbacks do not count. */
export function operationsOf(root: JsonObject, references: References): OperationNode[] {
  function operation(method: string, path: string, item: Place, holder: Place): OperationNode[] {
    const place = references.child(holder, method);
    if (!place || !isObject(place.value) || !isObject(item.value)) return [];
    const { value, pointer } = place;
    const own = value.security;
    return [
      {
        key: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        pointer,
        value,
        parameters: [
          ...parametersOf(references, value, pointer),
          ...parametersOf(references, item.value, item.pointer),
        ],
        security: listOf(own === undefined ? root.security : own).filter(isObject),
        securitySource:
          own !== undefined ? 'operation' : root.security === undefined ? 'nowhere' : 'document',
      },
    ];
  }

  const paths = references.child({ value: root, pointer: '' }, 'paths');
  if (!paths) return [];
  return childrenOf(paths).flatMap((path) => {
    const item = path.startsWith('/') ? references.child(paths, path) : undefined;
    if (!item) return [];
    const additional = references.child(item, 'additionalOperations');
    const methods = childrenOf(item).filter((key) => METHODS.has(key));
    return [
      ...methods.flatMap((method) => operation(method, path, item, item)),
      ...childrenOf(additional).flatMap((method) =>
        additional ? operation(method, path, item, additional) : [],
      ),
    ];
  });
}
