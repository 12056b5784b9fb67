import { member, objectOf, textOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import { protobufTypeName } from '../../description/protobuf-types.ts';
import { SUNSET_TEXT } from '../../description/sunset.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';
import { speaksOfAccess } from '../vocabulary.ts';
import type { DocumentRule } from '../rule.ts';
import { UNBOUNDED_LISTS } from './causes.ts';

const BOUND = /(?:page_?size|limit|max_?results|count|first)$/i;
const CHANGING =
  /\/(?:Create|Update|Delete|Remove|Set|Reset|Add|Insert|Cancel|Approve|Revoke|Enable|Disable|Purge|Transfer|Send)(?:[A-Z]|$)/;

/** The rpc of a path such as `parcels.v1.Parcels/GetParcel`. */
function methodAt(root: JsonObject, path: string): JsonObject {
  const { service, name } = partsOf(path);
  return objectOf(member(objectOf(objectOf(member(objectOf(root.services), service)).methods), name));
}

function partsOf(path: string): { service: string; name: string } {
  const at = path.lastIndexOf('/');
  return { service: path.slice(0, at), name: path.slice(at + 1) };
}

function fieldsOf(root: JsonObject, scope: string, type: JsonValue | undefined): Message | null {
  const full = protobufTypeName(root, scope, textOf(type) ?? '');
  if (full === null) return null;
  return { full, fields: objectOf(objectOf(member(objectOf(root.messages), full)).fields) };
}

interface Message {
  full: string;
  fields: JsonObject;
}

/** Answers at once with a list, and neither the request nor a message in it bounds it. */
function isUnbounded(root: JsonObject, path: string): boolean {
  const { requestType, responseType, responseStream } = methodAt(root, path);
  const { service } = partsOf(path);
  const request = fieldsOf(root, service, requestType);
  const answer = fieldsOf(root, service, responseType);
  if (request === null || responseStream === true) return false;
  if (answer !== null && !Object.values(answer.fields).some((field) => objectOf(field).rule === 'repeated'))
    return false;
  const names = Object.entries(request.fields).flatMap(([name, field]) => [
    name,
    ...Object.keys(fieldsOf(root, request.full, objectOf(field).type)?.fields ?? {}),
  ]);
  return !names.some((name) => BOUND.test(name));
}

function asksForIdentity(root: JsonObject, path: string): boolean {
  const service = objectOf(member(objectOf(root.services), partsOf(path).service));
  return [service.options, methodAt(root, path).options].some((options) =>
    Object.keys(objectOf(options)).some((name) => name.startsWith('(') && speaksOfAccess(name)),
  );
}

function isMappedToGet({ options }: JsonObject): boolean {
  const http =
    objectOf(options)['(google.api.http).get'] ?? objectOf(objectOf(options)['(google.api.http)']).get;
  return http !== undefined;
}

const RPC = { on: 'document', dialects: ['protobuf'], per: 'operations', group: 'document' } as const;

/** What a protobuf file shows. */
export const PROTOBUF_RULES: readonly DocumentRule[] = [
  {
    ...RPC,
    id: 'protobuf-unbounded-list',
    cause: UNBOUNDED_LISTS.id,
    owasp: ['API4'],
    severity: 'low',
    title: 'A list has no page size',
    why: UNBOUNDED_LISTS.why,
    fix: 'Add `int32 page_size` and `string page_token` to the request, and bound the size.',
    check: ({ root, operations }) =>
      operations
        .filter(({ path }) => /\/(?:List|Search)[A-Z]/.test(path) && isUnbounded(root, path))
        .map(({ pointer }) => pointer),
  },
  {
    ...RPC,
    id: 'protobuf-open-rpc',
    owasp: ['API5', 'API2'],
    severity: 'medium',
    title: 'Some rpcs do not say who may call them, others do',
    why: 'The file states with options who may use what. An rpc without one is open to everybody, or guarded by code that nobody sees here.',
    fix: 'Put the option on every rpc, or on the service so that new ones are closed from the start.',
    check: ({ root, operations }) => {
      const open = operations.filter(({ path }) => !asksForIdentity(root, path));
      return open.length < operations.length ? open.map(({ pointer }) => pointer) : false;
    },
  },
  {
    ...RPC,
    id: 'protobuf-no-authorisation',
    owasp: ['API5'],
    severity: 'low',
    per: 'document',
    title: 'The file does not say who may call what',
    why: 'Without options for access neither reviewers nor gateways see which rpcs are for whom.',
    fix: 'Declare access in the file, for example with `(google.api.oauth_scopes)` or an option of your own.',
    check: ({ root, operations }) =>
      operations.length > 0 &&
      !operations.some(({ path }) => asksForIdentity(root, path)) &&
      Object.keys(objectOf(root.services)).map((name) => `/services/${escapeToken(name)}`),
  },
  {
    ...RPC,
    id: 'protobuf-change-by-get',
    owasp: ['API8'],
    severity: 'medium',
    title: 'Rpcs that change something are served by GET',
    why: 'Browsers, crawlers and caches follow and repeat GET as they like, any page can send it with the cookies of whoever looks at it, and what it carries ends up in logs.',
    fix: 'Map the rpc to `post`, `put`, `patch` or `delete` in its `google.api.http` option.',
    check: ({ root, operations }) =>
      operations
        .filter(({ path }) => CHANGING.test(path) && isMappedToGet(methodAt(root, path)))
        .map(({ pointer }) => pointer),
  },
  {
    ...RPC,
    id: 'protobuf-deprecated-without-end',
    owasp: ['API9'],
    severity: 'low',
    title: 'Deprecated rpcs have no end',
    why: 'What is deprecated is maintained less and attacked as much; without a date it stays for good.',
    fix: 'Write above the rpc when it will be removed, and remove it then.',
    check: ({ root, operations }) =>
      operations
        .filter(({ path }) => {
          const { options, comment } = methodAt(root, path);
          return objectOf(options).deprecated === true && !SUNSET_TEXT.test(textOf(comment) ?? '');
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
