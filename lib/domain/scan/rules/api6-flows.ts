import { declaresLimit, namesIn } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import type { OperationRule } from '../rule.ts';
import { UNLIMITED_FLOWS } from './causes.ts';
import { isSignIn } from '../vocabulary.ts';
import { wordsOf } from '../words-of.ts';

const GOODS =
  'purchases?|checkouts?|orders?|payments?|charges?|refunds?|payouts?|transfers?|withdrawals?|deposits?|bookings?|reservations?|sign ?up|registrations?|votes?|polls?|invit(?:e|es|ation|ations)|redemptions?|coupons?|vouchers?|gift ?cards?|giveaways?';
const ORDERS = 'purchase|buy|pay|withdraw|reserve|sign ?up|register|vote|invite|redeem';
/** What attackers automate: the last name of the path ends with the thing, or begins with the order. */
const FLOW = new RegExp(`(?:^| )(?:${GOODS})$|^(?:${ORDERS})(?:$| )`);
const RESET =
  /\b(?:reset|forgot|forget|forgotten|recover|recovery|change)\b.*\bpassword\b|\bpassword\b.*\b(?:reset|forgot|forget|forgotten|recover|recovery)\b/;

const NOT_THE_FLOW =
  /\b(?:get|list|search|find|describe|delete|remove|cancel|check|validate|update|configuration|configure|settings?|conditions?|status|history|report)\b/;

function isFlow({ method, path }: OperationNode): boolean {
  if (method !== 'POST' && method !== 'PUT') return false;
  const names = namesIn(path);
  const last = wordsOf(names.at(-1) ?? '').join(' ');
  return (
    (method === 'POST' && !/\}\/?$/.test(path) && FLOW.test(last) && !NOT_THE_FLOW.test(last)) ||
    RESET.test(wordsOf(names.slice(-2).join(' ')).join(' '))
  );
}

const FLOW_RULE = {
  on: 'operation',
  cause: UNLIMITED_FLOWS.id,
  severity: 'medium',
  per: 'operations',
  group: 'document',
  why: UNLIMITED_FLOWS.why,
  fix: UNLIMITED_FLOWS.fix,
} as const;

/** What works as designed, only too often. */
export const FLOW_RULES: readonly OperationRule[] = [
  {
    ...FLOW_RULE,
    id: 'api6-flow-without-limit',
    owasp: ['API6'],
    title: 'A sensitive flow has no declared limit',
    supersedes: ['api2-entrance-open'],
    among: isFlow,
    check: (operation, { references }) => !declaresLimit(operation, references),
  },
  {
    ...FLOW_RULE,
    id: 'api2-entrance-without-limit',
    owasp: ['API2'],
    title: 'A sign-in or token operation has no declared limit',
    supersedes: ['api2-entrance-open'],
    among: (operation) => isSignIn(operation) && !isFlow(operation),
    check: (operation, { references }) => !declaresLimit(operation, references),
  },
];
