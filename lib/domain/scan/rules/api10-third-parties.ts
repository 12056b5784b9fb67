import { isObject, objectOf, textOf } from '../../description/json-values.ts';
import { METHODS } from '../grammar.ts';
import type { Place, References } from '../references.ts';
import { refOf } from '../references.ts';
import type { DocumentNode, DocumentRule, ObjectRule, Rule } from '../rule.ts';

/** The operations of a path item. */
function operationsIn(item: Place, references: References): Place[] {
  return references
    .entries(item)
    .flatMap(([method, operation]) => (METHODS.has(method) && isObject(operation.value) ? [operation] : []));
}

/** Those of a callback, which holds path items by the address it calls. */
function operationsOfCallback(callback: Place, references: References): Place[] {
  return references.entries(callback).flatMap(([, item]) => operationsIn(item, references));
}

/** Every kind of content has a schema; what stands elsewhere and cannot be seen is told by another rule. */
function describesContent(holder: Place | undefined, references: References): boolean {
  if (!holder || refOf(holder.value) !== undefined) return true;
  return references
    .entries(references.child(holder, 'content'))
    .every(([, { value }]) => isObject(value) && value.schema !== undefined);
}

/** What is sent and what comes back is described, or nothing is. */
function isDescribed(operation: Place, references: References): boolean {
  if (!describesContent(references.child(operation, 'requestBody'), references)) return false;
  return references
    .entries(references.child(operation, 'responses'))
    .every(([status, answer]) => !status.startsWith('2') || describesContent(answer, references));
}

const SAYS_PROOF = /\bsign(?:ed|ature)\b|\bhmac\b|\bsecret\b|\btoken\b|\bauthoriz|\bauthenticat|\bmtls\b/i;
const SAYS_SIGNED = /\bsign(?:ed|ature)s?\b|\bhmac\b/i;

/** The introduction speaks for everything that is sent. */
function saysSigned({ root }: DocumentNode): boolean {
  return SAYS_SIGNED.test(textOf(objectOf(root.info).description) ?? '');
}

function hasProof({ value }: Place): boolean {
  return (
    isObject(value) &&
    (value.security !== undefined || SAYS_PROOF.test(JSON.stringify(value).slice(0, 20_000)))
  );
}

const CALLBACK = {
  on: 'callback',
  owasp: ['API10'],
  severity: 'low',
  per: 'operations',
  group: 'document',
} as const;
const WEBHOOK = {
  on: 'document',
  owasp: ['API10'],
  severity: 'low',
  per: 'document',
  group: 'document',
} as const;

const WHY_SCHEMA =
  'Data from other services is trusted more readily than input of users, and rarely checked. Without a schema nobody can check it.';
const WHY_PROOF =
  'A receiver that cannot tell a real call from a forged one acts on whatever anybody posts to its address.';
const FIX_PROOF =
  'Sign them (for example as Standard Webhooks do), or require a credential with `security`, and describe how to verify it.';

const CALLBACK_RULES: readonly ObjectRule[] = [
  {
    ...CALLBACK,
    id: 'api10-callback-without-schema',
    title: 'What callbacks bring is not described',
    why: WHY_SCHEMA,
    fix: 'Describe the body and the answers of the callback with schemas, check them, and limit their size and time.',
    check: ({ value, pointer, document: { references } }) =>
      operationsOfCallback({ value, pointer }, references).some(
        (operation) => !isDescribed(operation, references),
      ),
  },
  {
    ...CALLBACK,
    id: 'api10-callback-without-proof',
    title: 'Callbacks do not prove who sends them',
    why: WHY_PROOF,
    fix: FIX_PROOF,
    check: ({ value, pointer, document }) =>
      !saysSigned(document) &&
      operationsOfCallback({ value, pointer }, document.references).some((operation) => !hasProof(operation)),
  },
];

/** Pointers of the webhooks (3.1) with an operation that `lacks` something. */
function webhooks({ root, references }: DocumentNode, lacks: (operation: Place) => boolean): string[] {
  return references
    .entries(references.child({ value: root, pointer: '' }, 'webhooks'))
    .flatMap(([, item]) => (operationsIn(item, references).some(lacks) ? [item.pointer] : []));
}

const WEBHOOK_RULES: readonly DocumentRule[] = [
  {
    ...WEBHOOK,
    id: 'api10-webhook-without-schema',
    title: 'What webhooks bring is not described',
    why: WHY_SCHEMA,
    fix: 'Describe the body and the answers of every webhook with schemas, so that both sides can check them.',
    check: (document) => webhooks(document, (operation) => !isDescribed(operation, document.references)),
  },
  {
    ...WEBHOOK,
    id: 'api10-webhook-without-proof',
    title: 'Webhooks do not prove who sends them',
    why: WHY_PROOF,
    fix: FIX_PROOF,
    check: (document) => !saysSigned(document) && webhooks(document, (operation) => !hasProof(operation)),
  },
];

const LINK_RULES: readonly ObjectRule[] = [
  {
    id: 'api10-link-elsewhere',
    on: 'link',
    owasp: ['API10'],
    severity: 'info',
    per: 'document',
    group: 'document',
    title: 'Links lead to operations of another description',
    why: 'What such an operation answers is described elsewhere: neither its schema nor who may call it is reviewed here, and both can change unnoticed.',
    fix: 'Link to operations of this description by `operationId`, or describe here what the other service answers and check it.',
    check: ({ value, pointer }) => {
      const target = textOf(value.operationRef);
      return target !== null && target !== '' && !target.startsWith('#') && `${pointer}/operationRef`;
    },
  },
];

/** What comes from others is believed. */
export const THIRD_PARTY_RULES: readonly Rule[] = [...CALLBACK_RULES, ...WEBHOOK_RULES, ...LINK_RULES];
