import type { OperationNode } from '../operation-node.ts';
import type { Place, References } from '../references.ts';
import type { OperationRule } from '../rule.ts';
import { wordsOf } from '../words-of.ts';
import { CALLER_ADDRESSES } from './causes.ts';

const ADDRESS = /^https?:\/\/[^\s/]/i;
/** Last words of names whose address is there to be connected to; pictures, profiles and pages of people are not. */
const CONNECTED = /^(?:api|endpoint|service|server|backend|upstream|proxy|host|feed|webhook|callback)$/;
const PARTS_OF_ADDRESS = /^(?:url|uri|address|link|href)$/;
const DEEPEST = 3;
const MOST_VALUES = 500;

/** Examples of what a request carries. */
function examplesOf(operation: OperationNode, references: References): Place[] {
  const body = references.child({ value: operation.value, pointer: operation.pointer }, 'requestBody');
  const contents = references.entries(body && references.child(body, 'content'));
  return contents.flatMap(([, media]) => {
    const named = references.entries(references.child(media, 'examples'));
    const values = named.map(([, example]) => references.child(example, 'value'));
    return [references.child(media, 'example'), ...values].filter((value) => value !== undefined);
  });
}

function isConnectedTo(name: string): boolean {
  const words = wordsOf(name);
  const last = PARTS_OF_ADDRESS.test(words.at(-1) ?? '') ? words.at(-2) : words.at(-1);
  return CONNECTED.test(last ?? '');
}

function addressesIn(example: Place, references: References): string[] {
  const found: string[] = [];
  let left = MOST_VALUES;
  const visit = (place: Place, depth: number): void => {
    for (const [name, inner] of references.entries(place)) {
      if ((left -= 1) < 0) return;
      if (typeof inner.value === 'string' && ADDRESS.test(inner.value) && isConnectedTo(name))
        found.push(inner.pointer);
      else if (depth < DEEPEST) visit(inner, depth + 1);
    }
  };
  visit(example, 0);
  return found;
}

/** Addresses that only examples show, where the schema says no more than text. */
export const ADDRESS_EXAMPLE_RULES: readonly OperationRule[] = [
  {
    id: 'api7-called-address-in-example',
    on: 'operation',
    cause: CALLER_ADDRESSES.id,
    owasp: ['API7'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Examples of requests name a service to be called',
    why: CALLER_ADDRESSES.why,
    fix: 'Let callers choose among services by name instead of giving an address; where it must be one, check it against a list before every connection, and say so in the schema.',
    check: (operation, { references }) =>
      examplesOf(operation, references).flatMap((example) => addressesIn(example, references)),
  },
];
