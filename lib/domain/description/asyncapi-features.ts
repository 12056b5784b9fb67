import { asyncOperations } from './asyncapi-operations.ts';
import { asyncMessages } from './asyncapi-messages.ts';
import { objectOf } from './json-values.ts';
import { walkSchemas } from './schema-walk.ts';
import { sensitivityOf } from './sensitive-names.ts';
import type { Feature, JsonObject } from './types.ts';

/** Features of an AsyncAPI document: what its messages carry, and addresses among what it receives. */
export function* asyncFeatures(document: JsonObject): Generator<Feature> {
  if (Object.keys(objectOf(objectOf(document.components).securitySchemes)).length > 0) yield 'authentication';
  const sent = new Set<JsonObject>();
  const received = new Set<JsonObject>();
  for (const { method, operation, pointer } of asyncOperations(document)) {
    const found = new Set<Feature>();
    const isInput = method === 'RECEIVE';
    for (const { message } of asyncMessages(document, operation, pointer)) {
      walkSchemas(document, message.payload, isInput ? received : sent, ({ properties }) => {
        for (const name of Object.keys(objectOf(properties))) {
          const sensitivity = sensitivityOf(name);
          if (sensitivity === 'personal') found.add('personal-data');
          if (isInput && sensitivity === 'address') found.add('url-parameters');
        }
      });
    }
    yield* found;
  }
}
