import { declaresLimit, namesIn } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import type { OperationRule } from '../rule.ts';
import { UNLIMITED_FLOWS } from './causes.ts';
import { isSignIn } from '../vocabulary.ts';
import { wordsOf } from '../words-of.ts';

const GOODS =
  'purchases?|checkouts?|orders?|payments?|charges?|refunds?|payouts?|transfers?|withdrawals?|deposits?|bookings?|reservations?|sign ?up|registrations?|votes?|polls?|invit(?:e|es|ation|ations)|redemptions?|coupons?|vouchers?|gift ?cards?|giveaways?';
const BOUGHT =
  'now|with|for|by|via|bills?|cargo|credits?|gift|invoices?|items?|orders?|plans?|products?|subscriptions?|tickets?';
const ORDERS = `(?:purchase|pay)(?:$| (?:${BOUGHT})\\b)|(?:buy|withdraw|reserve|vote|invite|redeem)(?:$| )|sign ?up(?:$| (?:with|by|via|user)\\b)|register(?:$| (?:user|account|customer|member|with|by|via)\\b)`;
/** What attackers automate: the last name of the path ends with the thing, or begins with the order. */
const FLOW = new RegExp(`(?:^| )(?:${GOODS})$|^(?:${ORDERS})`);
/** People sign up where nobody has signed in yet, or where the path speaks of people; elsewhere something else is registered. */
const SIGN_UP = /^(?:sign ?up|register\b.*|registrations?)$/;
const PEOPLE =
  /^(?:v?\d[\w.-]*|api|rest|users?|accounts?|customers?|members?|people|person|auth|authentication|players?|patients?|students?)$/i;
const RESET =
  /\b(?:reset|forgot|forget|forgotten|recover|recovery|change)\b.*\bpassword\b|\bpassword\b.*\b(?:reset|forgot|forget|forgotten|recover|recovery)\b/;

const NOT_THE_FLOW =
  /\b(?:get|list|search|find|describe|delete|remove|cancel|check|validate|update|accept|reject|decline|revoke|stop|enable|disable|configuration|configure|settings?|conditions?|status|history|report)\b/;

function isSignUpOfPeople(names: readonly string[], { security }: OperationNode): boolean {
  return security.length === 0 || names.slice(0, -1).every((name) => PEOPLE.test(name));
}

function isFlow(operation: OperationNode): boolean {
  const { method, path } = operation;
  if (method !== 'POST' && method !== 'PUT') return false;
  const names = namesIn(path);
  const verb = /\}:([\w.]+)\/?$/.exec(path.slice(-200))?.[1];
  const last = wordsOf(verb ?? names.at(-1) ?? '').join(' ');
  const isNamedSo = method === 'POST' && !/\}\/?$/.test(path) && FLOW.test(last) && !NOT_THE_FLOW.test(last);
  return (
    (isNamedSo && (!SIGN_UP.test(last) || isSignUpOfPeople(names, operation))) ||
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
