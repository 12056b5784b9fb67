import { arrayOf, isObject, objectOf, textOf } from '../../description/json-values.ts';
import { ASYNCAPI } from '../rule.ts';
import type { DocumentNode, DocumentRule, ObjectRule, Rule } from '../rule.ts';
import type { Place } from '../references.ts';

const PLAIN = /^(?:amqp|amqp1|http|kafka|mqtt|mqtt5|nats|redis|solace|stomp|ws|ibmmq|jms|pulsar)$/i;
const LOCAL = /^(?:\w+:\/\/)?(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/i;

function serversOf({ references, root }: DocumentNode): Place[] {
  return references
    .entries(references.child({ value: root, pointer: '' }, 'servers'))
    .map(([, server]) => server);
}

/** A protocol without TLS; Kafka says `kafka-secure`, and a security scheme of X.509 or SASL over TLS speaks for it. */
function isPlain(server: Place): boolean {
  if (!isObject(server.value)) return false;
  const { protocol, url, host } = server.value;
  return (
    PLAIN.test(textOf(protocol) ?? '') &&
    !LOCAL.test(textOf(url) ?? textOf(host) ?? '') &&
    !/^(?:\w+s|https):\/\//.test(textOf(url) ?? '')
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
        .filter(isPlain)
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
        .filter(({ value }) => isObject(value) && arrayOf(value.security).length === 0)
        .filter(({ pointer }) => pointer !== '')
        .filter(() => !operationsAskForIdentity(document))
        .map(({ pointer }) => pointer),
  },
];

function operationsAskForIdentity({ root }: DocumentNode): boolean {
  const operations = Object.values(objectOf(root.operations)).filter(isObject);
  return operations.length > 0 && operations.every(({ security }) => arrayOf(security).length > 0);
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
    check: ({ value }) =>
      value.payload === undefined && value.oneOf === undefined && value.traits === undefined,
  },
];

/** What an AsyncAPI document shows. */
export const ASYNCAPI_RULES: readonly Rule[] = [...SERVER_RULES, ...MESSAGE_RULES];
