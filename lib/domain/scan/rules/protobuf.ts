import { isObject, member, objectOf, textOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import type { DocumentRule } from '../rule.ts';
import { UNBOUNDED_LISTS } from './causes.ts';

const BOUND = /(?:page_?size|limit|max_?results|count|first)$/i;

/** What a protobuf file shows. */
export const PROTOBUF_RULES: readonly DocumentRule[] = [
  {
    id: 'protobuf-unbounded-list',
    on: 'document',
    dialects: ['protobuf'],
    cause: UNBOUNDED_LISTS.id,
    owasp: ['API4'],
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'A list has no page size',
    why: UNBOUNDED_LISTS.why,
    fix: 'Add `int32 page_size` and `string page_token` to the request, and bound the size.',
    check: ({ root, operations }) =>
      operations
        .filter(({ path }) => /\/(?:List|Search)[A-Z]/.test(path))
        .filter(({ path }) => {
          const service = path.slice(0, path.lastIndexOf('/'));
          const method = member(
            objectOf(objectOf(member(objectOf(root.services), service)).methods),
            path.slice(path.lastIndexOf('/') + 1),
          );
          const request = isObject(method) ? textOf(method.requestType) : null;
          const messages = objectOf(root.messages);
          const full = Object.keys(messages).find((name) => name === request || name.endsWith(`.${request}`));
          const fields = full === undefined ? {} : objectOf(objectOf(member(messages, full)).fields);
          return (
            request !== null && full !== undefined && !Object.keys(fields).some((name) => BOUND.test(name))
          );
        })
        .map(({ pointer }) => pointer),
  },
  {
    id: 'protobuf-any',
    on: 'document',
    dialects: ['protobuf'],
    owasp: ['API8'],
    severity: 'info',
    per: 'document',
    group: 'document',
    title: 'Messages carry values of any type',
    why: 'A field of `google.protobuf.Any` or `Struct` may hold whatever the sender packs into it, and is checked by nobody before it is unpacked.',
    fix: 'Name the messages that may travel, with `oneof`.',
    check: ({ root }) => {
      const messages = objectOf(root.messages);
      return Object.keys(messages).flatMap((name) => {
        const fields = objectOf(objectOf(member(messages, name)).fields);
        return Object.keys(fields)
          .filter((key) =>
            /^google\.protobuf\.(?:Any|Struct|Value)$/.test(textOf(objectOf(member(fields, key)).type) ?? ''),
          )
          .map((key) => `/messages/${escapeToken(name)}/fields/${escapeToken(key)}`);
      });
    },
  },
];
