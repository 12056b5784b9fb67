import { namesIn, propertiesOf, scopesOf, speaksOf, typesIn } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import { oncePerPlace } from '../memo.ts';
import type { Place, References } from '../references.ts';
import { isAdminFlag, isAssigned, isPrivilege, isServiceDecision } from '../property-names.ts';
import { ASKED_DIALECTS, EVERY_DIALECT } from '../rule.ts';
import type { DocumentNode, OperationRule, PropertyRule, Rule } from '../rule.ts';
import { WRITABLE_BY_CALLERS } from './causes.ts';
import type { JsonObject } from '../../description/types.ts';
import { isSensitivePath } from '../vocabulary.ts';
import { wordsOf } from '../words-of.ts';

const WRITES = /^(?:POST|PUT|PATCH)$/;
/** Resources whose business it is to hand out rights. */
const RIGHTS =
  /^(?:roles?|permissions?|privileges?|polic(?:y|ies)|bindings?|members?|memberships?|grants?|acls?|iam|access|accesses|invit(?:e|es|ation|ations)|collaborators?|shar(?:e|es|ing)|assignments?|entitlements?|delegates?|admins?|administrators?|scopes?|rules?|groups?|teams?)$/;
const SELF_SERVICE = /^(?:me|self|profile|sign-?up|register|registration|registrations)$/i;
const PEOPLE =
  /^(?:users?|accounts?|customers?|profiles?|me|self|people|person|sign-?up|register|registrations?)$/i;

const IS_SET_BY_SERVICE = /^\W*(?:output|read)[ -]only\b/i;

function isWritable({ readOnly, description }: JsonObject): boolean {
  return readOnly !== true && !(typeof description === 'string' && IS_SET_BY_SERVICE.test(description));
}

function decidesOverRights(words: readonly string[]): boolean {
  return isAdminFlag(words) || isPrivilege(words);
}

/** `admin` may also be somebody: a contact with a name and an address, or the name of who administers. */
function isPerson(words: readonly string[], schema: JsonObject): boolean {
  return (
    words.join(' ') === 'admin' &&
    (schema.properties !== undefined || schema.allOf !== undefined || typesIn(schema).includes('string'))
  );
}

/** What the body of a person wraps the person, or the rights of the person, into. */
const WRAPPER =
  /^(?:users?|accounts?|profiles?|members?|people|person|persons|customers?|admins?|staff|employees?|me|self|data|attributes?|payload|body|request|input|record|object|entity|item|info|information|details|settings|privileges?|permissions?|roles?|policy|policies|access|rights)$/;

function wrapsPerson(name: string): boolean {
  return WRAPPER.test(wordsOf(name).at(-1) ?? '');
}

function isRightsManagement(words: readonly string[]): boolean {
  return words.some((word) => RIGHTS.test(word));
}

/** The last name of the path is about people; administrators may well set rights there, people for themselves may not. */
function isAboutPeople({ path }: OperationNode): boolean {
  return PEOPLE.test(namesIn(path).at(-1) ?? '') && !isSensitivePath(path);
}

const SAYS_ADMINISTRATORS =
  /\b(?:only|must be|requires?|required|restricted|available)\b[^.]{0,60}\b(?:admins?|administrators?|superusers?)\b|\b(?:admins?|administrators?)\b[^.]{0,20}\bonly\b/i;

/** A scope, the text or the protocol (SCIM is how directories provision people) says so. */
function isForAdministrators(operation: OperationNode): boolean {
  if (speaksOf(operation, SAYS_ADMINISTRATORS) || /\/scim(?:\/|$)/i.test(operation.path)) return true;
  return scopesOf(operation).some((scopes) =>
    scopes.some((scope) =>
      wordsOf(scope).some((word) => /^(?:admin|manage|management|iam|directory|superuser)$/.test(word)),
    ),
  );
}

/** Open to everybody, in a description that asks for identity elsewhere, or about the caller. */
function isSelfService(operation: OperationNode, { asksForIdentity }: DocumentNode): boolean {
  const isOpened = operation.security.length === 0 && asksForIdentity;
  return isOpened || namesIn(operation.path).some((name) => SELF_SERVICE.test(name));
}

const WHY =
  'Frameworks bind what a request carries to fields of objects. If the body may hold such a property, somebody will send it and give themselves rights, money or the data of others.';
const FIX =
  'Give requests a schema of their own without the property, or mark it `readOnly`; set it on the server from the identity of the caller. Where administrators may change it, use an operation of its own with a scope of its own.';

/** Pointers of the privileges that a body may set. */
const privilegesOf = oncePerPlace((references: References, body: Place): string[] =>
  propertiesOf(references, body, 2, wrapsPerson)
    .map(({ name, ...property }) => ({ words: wordsOf(name), ...property }))
    .filter(({ words, schema }) => decidesOverRights(words) && isWritable(schema) && !isPerson(words, schema))
    .map(({ pointer }) => pointer),
);

/** Writable privileges in what people send about themselves. */
function privilegesIn(
  wanted: (operation: OperationNode, document: DocumentNode) => boolean,
): OperationRule['check'] {
  return (operation, document) => {
    if (!WRITES.test(operation.method) || !isAboutPeople(operation) || !wanted(operation, document))
      return false;
    return operation.bodies.flatMap(({ schema }) => privilegesOf(document.references, schema));
  };
}

const PRIVILEGE = { owasp: ['API3'], why: WHY, fix: FIX } as const;

const OPERATION_RULES: readonly OperationRule[] = [
  {
    ...PRIVILEGE,
    on: 'operation',
    id: 'api3-own-privilege',
    severity: 'high',
    per: 'operations',
    group: 'owner',
    title: 'People can send their own rights',
    supersedes: ['api3-people-privilege', 'api3-writable-admin-flag', 'api3-writable-privilege'],
    check: privilegesIn(
      (operation, document) => isSelfService(operation, document) && !isForAdministrators(operation),
    ),
  },
  {
    ...PRIVILEGE,
    on: 'operation',
    id: 'api3-people-privilege',
    severity: 'medium',
    per: 'operations',
    group: 'owner',
    title: 'Rights are written together with the other data of a person',
    supersedes: ['api3-writable-admin-flag', 'api3-writable-privilege'],
    check: privilegesIn(
      (operation, document) => !isSelfService(operation, document) && !isForAdministrators(operation),
    ),
  },
];

const PROPERTY_RULES: readonly PropertyRule[] = [
  {
    ...PRIVILEGE,
    on: 'property',
    dialects: EVERY_DIALECT,
    isAboutStoring: true,
    id: 'api3-writable-admin-flag',
    side: 'request',
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Requests may say who is an administrator',
    named: isAdminFlag,
    check: (schema, _owner, name) => isWritable(schema) && !isPerson(name, schema),
  },
  {
    ...PRIVILEGE,
    on: 'property',
    dialects: EVERY_DIALECT,
    isAboutStoring: true,
    id: 'api3-writable-privilege',
    side: 'request',
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'Requests may set properties that decide over rights',
    named: isPrivilege,
    check: (schema, owner) => isWritable(schema) && !isRightsManagement(owner),
  },
  {
    ...PRIVILEGE,
    on: 'property',
    dialects: ASKED_DIALECTS,
    isAboutStoring: true,
    id: 'api3-writable-decision',
    cause: WRITABLE_BY_CALLERS.id,
    side: 'request',
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'Requests may set what the service should decide',
    named: isServiceDecision,
    check: (schema) =>
      isWritable(schema) && !typesIn(schema).includes('object') && !typesIn(schema).includes('array'),
  },
  {
    ...PRIVILEGE,
    on: 'property',
    dialects: ASKED_DIALECTS,
    isAboutStoring: true,
    id: 'api3-assigned-not-read-only',
    cause: WRITABLE_BY_CALLERS.id,
    side: 'both',
    severity: 'low',
    per: 'operations',
    group: 'document',
    title: 'One schema serves requests and answers, and what the service assigns can be sent',
    named: isAssigned,
    check: isWritable,
  },
];

/** What callers must not be able to set. */
export const PRIVILEGE_RULES: readonly Rule[] = [...OPERATION_RULES, ...PROPERTY_RULES];
