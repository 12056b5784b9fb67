import { member, objectOf, textOf } from './json-values.ts';
import { protobufTypeName } from './protobuf-types.ts';
import { sensitivityOf } from './sensitive-names.ts';
import type { Feature, JsonObject } from './types.ts';

/** Features of a protobuf file: fields of the messages that rpcs take, names of all others. */
export function* protobufFeatures(document: JsonObject): Generator<Feature> {
  const messages = objectOf(document.messages);
  const requests = new Set<string>();
  for (const [service, entry] of Object.entries(objectOf(document.services))) {
    for (const value of Object.values(objectOf(objectOf(entry).methods))) {
      const method = objectOf(value);
      collect(document, protobufTypeName(document, service, textOf(method.requestType) ?? ''), requests);
      const answer = protobufTypeName(document, service, textOf(method.responseType) ?? '');
      const fields = Object.values(
        objectOf(objectOf(answer === null ? null : member(messages, answer)).fields),
      );
      if (method.responseStream === true || fields.some((field) => objectOf(field).rule === 'repeated'))
        yield 'lists';
    }
  }
  for (const [name, message] of Object.entries(messages)) {
    yield* fieldFeatures(objectOf(objectOf(message).fields), requests.has(name));
  }
}

function* fieldFeatures(fields: JsonObject, isSent: boolean): Generator<Feature> {
  for (const [name, field] of Object.entries(fields)) {
    const sensitivity = sensitivityOf(name);
    if (sensitivity === 'personal') yield 'personal-data';
    if (!isSent) continue;
    if (sensitivity === 'address') yield 'url-parameters';
    if (/(?:^|_)(?:id|uuid)$/i.test(name)) yield 'object-ids';
    if (objectOf(field).type === 'bytes') yield 'file-upload';
  }
}

/** Adds a message and every message among its fields. */
function collect(document: JsonObject, start: string | null, names: Set<string>): void {
  const waiting = start === null ? [] : [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    for (const field of Object.values(objectOf(objectOf(member(objectOf(document.messages), name)).fields))) {
      const type = protobufTypeName(document, name, textOf(objectOf(field).type) ?? '');
      if (type !== null) waiting.push(type);
    }
  }
}
