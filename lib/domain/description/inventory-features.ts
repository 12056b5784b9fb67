import { wordsOf } from '../scan/words-of.ts';
import { isWriteMethod } from './http-methods.ts';
import type { Feature, OperationInfo, ServerInfo } from './types.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/,\s*/));

const ADMIN_WORDS = words(
  `admin, admins, administration, administrator, internal, superuser, sudo, impersonate, backoffice, root, staff,
  moderator, actuator, debug, tenants, permissions, roles`,
);

/** Flows whose automation hurts the business although every single call is allowed (OWASP API6). */
const FLOW_WORDS = words(
  `purchase, purchases, checkout, order, orders, payment, payments, pay, payout, payouts, refund, refunds, transfer,
  transfers, withdraw, withdrawal, withdrawals, booking, bookings, reserve, reservation, reservations, signup,
  register, registration, vote, votes, invite, invites, invitation, invitations, coupon, coupons, voucher, vouchers,
  redeem, subscribe, ticket, tickets, bid, bids`,
);
const FLOW_PAIRS = [
  'sign up',
  'password reset',
  'reset password',
  'forgot password',
  'gift card',
  'send money',
];

const THIRD_PARTY_WORDS = words(
  `integration, integrations, webhook, webhooks, callback, import, imports, proxy, upstream, thirdparty, fetch, crawl,
  connector, connectors`,
);

const READING_RPC = /^(?:get|list|watch|search|find|lookup|read|query|count|describe|check|stream|batchget)/i;

const VERSION = /^v\d+(?:[._-]?\d+)*(?:alpha\d*|beta\d*|rc\d*)?$/i;

/** Features told by words in paths and names; once all are found no further words need to be looked at. */
const WORD_FEATURES = 3;

/** Features that the inventory of operations and servers tells by itself. */
export function* inventoryFeatures(
  operations: readonly OperationInfo[],
  servers: readonly ServerInfo[],
): Generator<Feature> {
  const versions = new Set<string>();
  const byWords = new Set<Feature>();
  for (const server of servers) addVersions(versions, server.url);
  for (const operation of operations) {
    addVersions(versions, operation.path);
    if (operation.authenticated !== false) yield 'authentication';
    else yield 'unauthenticated-operations';
    const writes = isWrite(operation);
    if (writes) yield 'write-operations';
    if (operation.path.includes('{')) yield 'object-ids';
    if (operation.path.toLowerCase().endsWith('/graphql')) yield 'graphql';
    if (byWords.size === WORD_FEATURES) continue;
    const names = wordsOf(`${operation.path} ${operation.operationId ?? ''}`);
    if (names.some((word) => ADMIN_WORDS.has(word))) byWords.add('admin-operations');
    if (names.some((word) => THIRD_PARTY_WORDS.has(word))) byWords.add('third-party-data');
    if (writes && isFlow(names)) byWords.add('sensitive-flows');
  }
  yield* byWords;
  if (versions.size > 1) yield 'several-versions';
}

/** Whether an operation changes something, or takes in what others send. */
export function isWrite({ method, path }: Pick<OperationInfo, 'method' | 'path'>): boolean {
  switch (method) {
    case 'MUTATION':
    case 'RECEIVE':
      return true;
    case 'SEND':
    case 'SUBSCRIPTION':
      return false;
    case 'RPC':
      return !READING_RPC.test(path.slice(path.lastIndexOf('/') + 1));
    default:
      return isWriteMethod(method);
  }
}

function isFlow(names: readonly string[]): boolean {
  if (names.some((word) => FLOW_WORDS.has(word))) return true;
  const text = names.join(' ');
  return FLOW_PAIRS.some((pair) => text.includes(pair));
}

function addVersions(versions: Set<string>, path: string): void {
  for (const segment of path.split(/[/?#]/)) if (VERSION.test(segment)) versions.add(segment.toLowerCase());
}
