import { isObject } from '../../description/json-values.ts';
import type { JsonObject } from '../../description/types.ts';
import { typesIn } from '../operation-facts.ts';
import { CALLER_ADDRESSES } from './causes.ts';
import { isCalledAddress, isRedirectAddress } from '../property-names.ts';
import { EVERY_DIALECT } from '../rule.ts';
import type { ObjectRule, PropertyRule, Rule, TypedRule } from '../rule.ts';

const ALLOW_LIST =
  /\ballow[- ]?list|\bwhite[- ]?list|\bverif(?:y|ied|ication)|\bown(?:ed|ership)\b|\bsign(?:ed|ature)\b|\bregistered\b|\bpermitted\b/i;

/** Descriptions of addresses that browsers follow or people see, and of names of JavaScript functions. */
const NOT_CALLED = /\bJSONP\b|\bredirect|\blinked\b|\bassociate with this status\b|\bdisplayed\b/i;
const SPEAKS_OF_ADDRESS = /\bur[il]\b|address|endpoint|https?\b|webhook|notif|\bpost(?:ed)?\b|\bcall/i;

/** An address that the service connects to, as far as its description tells. */
function isCalled(schema: JsonObject, name: readonly string[]): boolean {
  const text = typeof schema.description === 'string' ? schema.description.slice(0, 2000) : '';
  if (NOT_CALLED.test(text)) return false;
  const isVague = name.at(-1) === 'callback' && text !== '';
  return !isVague || SPEAKS_OF_ADDRESS.test(text);
}

/** A text that a request carries and that may be any address. */
function isFree(schema: JsonObject): boolean {
  const types = typesIn(schema);
  const isText = types.includes('string') || types.length === 0;
  const text = typeof schema.description === 'string' ? schema.description : '';
  const isBounded = schema.enum !== undefined || schema.const !== undefined || schema.pattern !== undefined;
  return isText && schema.readOnly !== true && !isBounded && !ALLOW_LIST.test(text);
}

const BODY = {
  cause: CALLER_ADDRESSES.id,
  dialects: EVERY_DIALECT,
  on: 'property',
  side: 'request',
  owasp: ['API7'],
  per: 'operations',
  group: 'document',
} as const;

const ADDRESS_RULES: readonly PropertyRule[] = [
  {
    ...BODY,
    id: 'api7-called-address-in-body',
    severity: 'medium',
    title: 'Bodies hold addresses that the service will call',
    why: 'If the service calls an address from a request, a caller can make it reach inside the network and read cloud metadata or internal services.',
    fix: 'Accept only https addresses on a list or of verified owners, resolve and check the host against private ranges before every connection, follow no redirects, and say so in the description of the property.',
    named: isCalledAddress,
    check: (schema, _owner, name) => isFree(schema) && isCalled(schema, name),
  },
  {
    ...BODY,
    id: 'api7-redirect-in-body',
    severity: 'low',
    title: 'Bodies hold addresses that people are sent to',
    why: 'If any address is accepted, links to your service lead to pages of an attacker, and codes or tokens travel there.',
    fix: 'Accept only addresses that the client registered before, compared exactly, and say so in the description of the property.',
    named: isRedirectAddress,
    check: isFree,
  },
];

const VALUE_RULES: readonly TypedRule[] = [
  {
    id: 'api7-address-value',
    on: 'typed:string',
    side: 'request',
    cause: CALLER_ADDRESSES.id,
    owasp: ['API7'],
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'Requests carry addresses',
    why: 'An address that is only stored today is fetched, shown or followed tomorrow.',
    fix: 'Decide for each whether the service ever connects to it, and check it as if it did.',
    check: ({ format, example, pattern, readOnly }) =>
      readOnly !== true &&
      pattern === undefined &&
      (format === 'uri' || format === 'url' || (typeof example === 'string' && /^https?:\/\//.test(example))),
  },
];

const CALLBACK_RULES: readonly ObjectRule[] = [
  {
    id: 'api7-callback-without-allow-list',
    cause: CALLER_ADDRESSES.id,
    on: 'callback',
    owasp: ['API7'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Callbacks go wherever the caller says',
    why: 'The address of the callback comes from the request. Without a list of allowed hosts the service can be made to call anything it can reach.',
    fix: 'Verify that the caller owns the address before the first call, refuse private ranges, and state the rule in the description of the callback.',
    check: ({ value, pointer }) =>
      Object.entries(value)
        .filter(
          ([address, item]) =>
            address.includes('{$request') &&
            isObject(item) &&
            !ALLOW_LIST.test(JSON.stringify(item).slice(0, 20_000)),
        )
        .map(() => pointer)
        .slice(0, 1),
  },
];

/** Addresses in bodies that the service will use. */
export const CALLED_ADDRESS_RULES: readonly Rule[] = [...ADDRESS_RULES, ...VALUE_RULES, ...CALLBACK_RULES];
