import type { JsonObject } from '../../description/types.ts';
import { oncePerPlace } from '../memo.ts';
import type { Place, References } from '../references.ts';
import { propertiesOf, resultsOf, typesIn } from '../operation-facts.ts';
import { isIdentityNumber, isPassword, isPersonal, isSecret } from '../property-names.ts';
import { wordsOf } from '../words-of.ts';
import { PERSONAL_DATA } from './causes.ts';
import { EVERY_DIALECT } from '../rule.ts';
import type { OperationRule, PropertyRule, Rule, TypedRule } from '../rule.ts';

/** Components that exist to hand out a credential, once. */
const HANDS_OUT =
  /^(?:token|tokens|auth|authentication|login|signin|session|sessions|oauth|oauth2|credential|credentials|secret|secrets|key|keys|otp|mfa|authorize|registration|refresh|jwt|created|create|new|rotate|regenerate|export|generate|generated|keypair|pair)$/;

/** Components that exist to hand out a password, once or for a while. */
const HANDS_OUT_PASSWORD =
  /^(?:credentials?|secrets?|generated?|random|regenerate|reset|reveal|rotate|temporary)$/;

/** Descriptions that promise that answers do not carry the value, or not all of it. */
const IS_KEPT_BACK =
  /\b(?:input|write)[ -]only\b|\b(?:not|never) (?:be )?(?:returned|included|shown|exposed|sent back|present)\b|\breturned as null\b/i;
const IS_MASKED = /\bmasked\b|\bredacted\b|\bobfuscated\b|\btruncated\b|\blast (?:4|four)\b/i;

function says({ description }: JsonObject, pattern: RegExp): boolean {
  return typeof description === 'string' && pattern.test(description.slice(0, 2000));
}

/** Written as Azure does, whose older descriptions have no `writeOnly`. */
function isMarkedUnreadable(schema: JsonObject): boolean {
  const mutability = schema['x-ms-mutability'];
  return schema['x-ms-secret'] === true || (Array.isArray(mutability) && !mutability.includes('read'));
}

function isAnswered(schema: JsonObject): boolean {
  return schema.writeOnly !== true && !isMarkedUnreadable(schema) && !says(schema, IS_KEPT_BACK);
}

/** A text that answers carry: not a flag about it, not something only requests have. */
function isText(schema: JsonObject): boolean {
  const types = typesIn(schema);
  return (
    isAnswered(schema) &&
    (types.includes('string') || (types.length === 0 && schema.properties === undefined))
  );
}

function isTextOrNumber(schema: JsonObject): boolean {
  const isNumber = typesIn(schema).some((type) => type === 'integer' || type === 'number');
  return (isText(schema) || (isNumber && isAnswered(schema))) && !says(schema, IS_MASKED);
}

function handsOutPasswords(owner: readonly string[]): boolean {
  return owner.some((word) => HANDS_OUT_PASSWORD.test(word));
}

function isPasswordName(words: readonly string[]): boolean {
  return isPassword(words) && !isSecret(words);
}

const WHY_PASSWORD =
  'Nobody needs to read back a password, its hash or a card security code. In an answer it reaches clients, caches and logs, and one stolen answer opens the account.';

const ANSWER = {
  dialects: EVERY_DIALECT,
  on: 'property',
  owasp: ['API3'],
  side: 'response',
  per: 'operations',
} as const;

const passwordsOf = oncePerPlace((references: References, result: Place): string[] =>
  propertiesOf(references, result, 3)
    .filter(({ name, schema }) => isPasswordName(wordsOf(name)) && isText(schema))
    .map(({ pointer }) => pointer),
);

const OPEN_RULES: readonly OperationRule[] = [
  {
    id: 'api3-password-for-everybody',
    on: 'operation',
    owasp: ['API3', 'API2'],
    severity: 'critical',
    per: 'operations',
    group: 'owner',
    title: 'Anybody can read passwords',
    why: 'An operation without authentication answers with passwords or the like. Whoever finds it owns the accounts.',
    fix: 'Take the operation off now, or require authentication; leave the property out of the answer, and have the passwords changed.',
    supersedes: [
      'api3-password-in-answer',
      'api3-password-handed-out',
      'api3-password-in-shared-schema',
      'api3-password-format-in-answer',
    ],
    among: ({ method, security }, { asksForIdentity }) =>
      method === 'GET' && security.length === 0 && asksForIdentity,
    check: (operation, { references }) =>
      resultsOf(operation, references).flatMap((result) => passwordsOf(references, result)),
  },
];

const PROPERTY_RULES: readonly PropertyRule[] = [
  {
    ...ANSWER,
    id: 'api3-password-in-answer',
    side: 'response-only',
    supersedes: ['api3-password-format-in-answer'],
    severity: 'high',
    group: 'owner',
    title: 'Answers hold passwords or the like',
    why: WHY_PASSWORD,
    fix: 'Give answers a schema without the property; make sure that the server does not even load it.',
    named: isPasswordName,
    check: (schema, owner) => isText(schema) && !handsOutPasswords(owner),
  },
  {
    ...ANSWER,
    id: 'api3-password-handed-out',
    side: 'response-only',
    supersedes: ['api3-password-format-in-answer'],
    severity: 'medium',
    group: 'owner',
    title: 'Answers hand out passwords',
    why: 'Handing out a password may be what the operation is for. The answer then opens an account for whoever reads it on the way, in a log or in a cache.',
    fix: 'Hand it out once, to the person it is for, let it work briefly or until it is changed, forbid caching with Cache-Control: no-store, and keep it out of every other answer.',
    named: isPasswordName,
    check: (schema, owner) => isText(schema) && handsOutPasswords(owner),
  },
  {
    ...ANSWER,
    id: 'api3-password-in-shared-schema',
    side: 'both',
    supersedes: ['api3-password-format-in-answer'],
    severity: 'medium',
    group: 'owner',
    title: 'One schema with a password serves requests and answers',
    why: WHY_PASSWORD,
    fix: 'Mark the property `writeOnly`, or give answers a schema of their own; make sure that the server does not send it.',
    named: isPasswordName,
    check: isText,
  },
  {
    ...ANSWER,
    id: 'api3-secret-in-answer',
    supersedes: ['api3-password-format-in-answer'],
    severity: 'medium',
    group: 'owner',
    title: 'Answers hold keys or tokens',
    why: 'A key or token in an answer ends up in caches, logs and clients that do not need it, and works for whoever finds it there.',
    fix: 'Show a secret once, when it is created, in an answer of its own; everywhere else leave it out or show its last digits.',
    named: isSecret,
    check: (schema, owner) => isText(schema) && !owner.some((word) => HANDS_OUT.test(word)),
  },
  {
    ...ANSWER,
    id: 'api3-identity-number-in-answer',
    cause: PERSONAL_DATA.id,
    severity: 'medium',
    group: 'document',
    title: 'Answers hold numbers that identify people or reach their money',
    why: PERSONAL_DATA.why,
    fix: PERSONAL_DATA.fix,
    named: isIdentityNumber,
    check: isTextOrNumber,
  },
  {
    ...ANSWER,
    id: 'api3-personal-data-in-answer',
    cause: PERSONAL_DATA.id,
    severity: 'low',
    group: 'document',
    title: 'Answers hold personal data of a sensitive kind',
    why: PERSONAL_DATA.why,
    fix: PERSONAL_DATA.fix,
    named: isPersonal,
    check: isTextOrNumber,
  },
];

const VALUE_RULES: readonly TypedRule[] = [
  {
    id: 'api3-password-format-in-answer',
    on: 'typed:string',
    owasp: ['API3'],
    side: 'response',
    severity: 'low',
    per: 'operations',
    group: 'owner',
    title: 'Answers hold a value that is described as a password',
    why: 'The value has `format: password`, so somebody meant it to stay hidden, yet answers carry it. Its name says of no password, so it may be sensitive in another way, or not at all.',
    fix: 'Mark the property `writeOnly`, or give answers a schema without it; remove the format from what is not secret.',
    check: ({ format, writeOnly }) => format === 'password' && writeOnly !== true,
  },
];

/** What answers should not tell. */
export const DISCLOSURE_RULES: readonly Rule[] = [...OPEN_RULES, ...PROPERTY_RULES, ...VALUE_RULES];
