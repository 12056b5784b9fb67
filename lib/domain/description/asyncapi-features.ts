import { asyncOperations } from './asyncapi-operations.ts';
import { asyncMessages, asyncReplies, payloadOf } from './asyncapi-messages.ts';
import type { AsyncMessage } from './asyncapi-messages.ts';
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
    const look = (messages: readonly AsyncMessage[], arrives: boolean) => {
      for (const message of messages) {
        const { value } = payloadOf(document, message);
        walkSchemas(document, value, arrives ? received : sent, ({ properties }) => {
          for (const name of Object.keys(objectOf(properties))) {
            const sensitivity = sensitivityOf(name);
            if (sensitivity === 'personal') found.add('personal-data');
            if (arrives && sensitivity === 'address') found.add('url-parameters');
          }
        });
      }
    };
    look(asyncMessages(document, operation, pointer), isInput);
    look(asyncReplies(document, operation, pointer), !isInput);
    yield* found;
  }
}
