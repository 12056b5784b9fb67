import { arrayOf, isObject, member, objectOf, textOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';
import { ASYNCAPI } from '../rule.ts';
import type { DocumentNode, DocumentRule, ObjectRule, Rule } from '../rule.ts';
import { refOf } from '../references.ts';
import type { Place } from '../references.ts';

const PLAIN = /^(?:amqp|amqp1|http|kafka|mqtt|mqtt5|nats|redis|smf|solace|stomp|ws|ibmmq|jms|pulsar)$/i;
const TLS = /(?:^|[^a-z])(?:m?tls|ssl)(?:$|[^a-z])/i;
const LOCAL = /^(?:\w+:\/\/)?(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/i;

function serversOf({ references, root }: DocumentNode): Place[] {
  return references
    .entries(references.child({ value: root, pointer: '' }, 'servers'))
    .map(([, server]) => server)
    .filter(({ value }) => refOf(value) === undefined);
}

/** What a server requires of who connects: names of schemes in AsyncAPI 2, the schemes or references to them in 3. */
function schemesOf(server: Place, { references }: DocumentNode): Place[] {
  return references.entries(references.child(server, 'security')).flatMap(([, requirement]) => {
    if (!isObject(requirement.value)) return [];
    if (requirement.value.type !== undefined) return [requirement];
    return Object.keys(requirement.value).flatMap((name) => {
      const pointer = `/components/securitySchemes/${escapeToken(name)}`;
      const value = references.at(pointer);
      return value === undefined ? [] : [references.follow({ value, pointer })];
    });
  });
}

/** Certificates need TLS, and of SASL only words tell whether it is used over TLS. */
function isOverTls({ value, pointer }: Place): boolean {
  if (!isObject(value)) return false;
  return (
    value.type === 'X509' ||
    TLS.test(`${pointer.slice(pointer.lastIndexOf('/') + 1)} ${textOf(value.description) ?? ''}`)
  );
}

/** An address with the values that its variables have unless somebody sets others. */
function addressOf({ url, host, variables }: JsonObject): string {
  return (textOf(url) ?? textOf(host) ?? '').replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = objectOf(member(objectOf(variables), name));
    return textOf(variable.default) ?? whole;
  });
}

function isSecuredScheme(address: string): boolean {
  const scheme = /^(\w+):\/\//.exec(address)?.[1] ?? '';
  return scheme.endsWith('s') && !PLAIN.test(scheme);
}

/**
 * A protocol without TLS that nothing else secures; Kafka says `kafka-secure`, or SASL_SSL in its security scheme, IBM
 * MQ names its ciphers in a binding.
 */
function isPlain(server: Place, document: DocumentNode): boolean {
  if (!isObject(server.value)) return false;
  const { protocol, bindings } = server.value;
  const address = addressOf(server.value);
  return (
    PLAIN.test(textOf(protocol) ?? '') &&
    !LOCAL.test(address) &&
    !isSecuredScheme(address) &&
    objectOf(objectOf(bindings).ibmmq).cipherSpec === undefined &&
    !schemesOf(server, document).some(isOverTls)
  );
}

const SERVER = { on: 'document', dialects: ASYNCAPI, per: 'servers', group: 'document' } as const;

const SERVER_RULES: readonly DocumentRule[] = [
  {
    ...SERVER,
    id: 'asyncapi-plain-server',
    owasp: ['API8'],
    severity: 'high',
    title: 'A broker is reached without TLS',
    why: 'Messages and the credentials of clients can be read and changed on the way.',
    fix: 'Use the secured protocol (`mqtts`, `amqps`, `kafka-secure`, `wss`, `https`), and switch the plain listener off.',
    check: (document) =>
      serversOf(document)
        .filter((server) => isPlain(server, document))
        .map(({ pointer }) => pointer),
  },
  {
    ...SERVER,
    id: 'asyncapi-open-server',
    owasp: ['API2'],
    severity: 'medium',
    title: 'A broker does not ask who connects',
    why: 'Without a security requirement anybody who reaches the broker may read what is published and publish what others believe.',
    fix: 'Declare a security scheme (X.509, SASL, OAuth 2) and require it with `security` on every server.',
    check: (document) =>
      serversOf(document)
        .filter(
          ({ value }) =>
            isObject(value) && arrayOf(value.security).length === 0 && !LOCAL.test(addressOf(value)),
        )
        .filter(({ pointer }) => pointer !== '')
        .filter(() => !operationsAskForIdentity(document))
        .map(({ pointer }) => pointer),
  },
];

/** Operations stand by themselves in AsyncAPI 3 and below their channels in 2. */
function operationsOf({ root, references }: DocumentNode): JsonObject[] {
  const document = { value: root, pointer: '' };
  const channels = references.entries(references.child(document, 'channels'));
  return [
    ...references.entries(references.child(document, 'operations')).map(([, { value }]) => value),
    ...channels.flatMap(([, { value }]) => (isObject(value) ? [value.publish, value.subscribe] : [])),
  ].filter(isObject);
}

function operationsAskForIdentity(document: DocumentNode): boolean {
  const operations = operationsOf(document);
  return operations.length > 0 && operations.every(({ security }) => arrayOf(security).length > 0);
}

/** No schema, or one that takes anything; AsyncAPI 3 may wrap it together with its format. */
function saysNothing(payload: JsonValue | undefined): boolean {
  if (!isObject(payload)) return payload === undefined || payload === true;
  if (typeof payload.schemaFormat === 'string') return saysNothing(payload.schema);
  return Object.keys(payload).length === 0;
}

const MESSAGE_RULES: readonly ObjectRule[] = [
  {
    id: 'asyncapi-message-without-schema',
    on: 'message',
    dialects: ASYNCAPI,
    owasp: ['API8'],
    severity: 'low',
    per: 'document',
    group: 'document',
    title: 'Messages have no schema',
    why: 'What no schema describes is checked by nobody, neither before it is sent nor before it is believed.',
    fix: 'Describe the `payload` of every message with a schema, and check it on both sides.',
    check: ({ value }) => value.oneOf === undefined && saysNothing(value.payload),
  },
];

/** What an AsyncAPI document shows. */
export const ASYNCAPI_RULES: readonly Rule[] = [...SERVER_RULES, ...MESSAGE_RULES];
