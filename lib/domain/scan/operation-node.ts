import type { JsonObject, JsonValue } from '../description/types.ts';
import { METHODS } from './grammar.ts';
import { isObject } from './rule.ts';
import type { DocumentNode } from './rule.ts';
import type { Place } from './references.ts';

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
  document: DocumentNode;
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function parametersOf(document: DocumentNode, owner: JsonObject, pointer: string): Place[] {
  return listOf(owner.parameters).map((value, index) =>
    document.references.follow({ value, pointer: `${pointer}/parameters/${index}` }),
  );
}

function operationNode(
  document: DocumentNode,
  method: string,
  path: string,
  item: Place,
  place: Place,
): OperationNode[] {
  const { value, pointer } = place;
  if (!isObject(value) || !isObject(item.value)) return [];
  const own = value.security;
  const { root } = document;
  return [
    {
      key: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      pointer,
      value,
      parameters: [
        ...parametersOf(document, value, pointer),
        ...parametersOf(document, item.value, item.pointer),
      ],
      security: listOf(own === undefined ? root.security : own).filter(isObject),
      securitySource: own !== undefined ? 'operation' : root.security === undefined ? 'nowhere' : 'document',
      document,
    },
  ];
}

/** Every operation under `paths`, in the order of the description; path items may be references, callbacks do not count. */
export function operationsOf(document: DocumentNode): OperationNode[] {
  const { references, root } = document;
  const paths = references.child({ value: root, pointer: '' }, 'paths');
  if (!paths || !isObject(paths.value)) return [];
  return Object.keys(paths.value).flatMap((path) => {
    const item = references.child(paths, path);
    if (!item || !isObject(item.value) || !path.startsWith('/')) return [];
    const additional = references.child(item, 'additionalOperations');
    return [
      ...Object.keys(item.value)
        .filter((key) => METHODS.has(key))
        .flatMap((method) => operationsAt(document, method, path, item, item)),
      ...Object.keys(additional && isObject(additional.value) ? additional.value : {}).flatMap((method) =>
        operationsAt(document, method, path, item, additional as Place),
      ),
    ];
  });
}

function operationsAt(
  document: DocumentNode,
  method: string,
  path: string,
  item: Place,
  holder: Place,
): OperationNode[] {
  const place = document.references.child(holder, method);
  return place ? operationNode(document, method, path, item, place) : [];
}
