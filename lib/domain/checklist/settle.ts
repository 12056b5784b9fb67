import type { Protections } from '../apis/dto.ts';
import type { DescriptionSummary, OperationInfo, ServerInfo } from '../description/types.ts';
import type { ScannedFinding } from '../scan/types.ts';
import { SETTLING_RULES } from './settling-rules.ts';
import type { PrefilledAnswer, Settler } from './types.ts';

export type PrefillFinding = Pick<
  ScannedFinding,
  'rule' | 'severity' | 'owasp' | 'title' | 'occurrences' | 'operations' | 'pointers'
>;

/** What is known of a revision once it has been scanned. A revision without a finished scan must not be pre-filled. */
export interface PrefillFacts extends Pick<
  DescriptionSummary,
  'format' | 'version' | 'operations' | 'features' | 'servers'
> {
  findings: readonly PrefillFinding[];
  protections: Protections;
}

const SHOWN = 5;

/** "a, b, c and 4 more" */
function listed(values: readonly string[]): string {
  const rest = values.length - SHOWN;
  return rest > 0 ? `${values.slice(0, SHOWN).join(', ')} and ${rest} more` : values.join(', ');
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function found(settler: Settler, facts: PrefillFacts): PrefillFinding[] {
  const rules: readonly string[] = SETTLING_RULES[settler];
  return facts.findings.filter((finding) => rules.includes(finding.rule));
}

/** One line for each finding: title, how often, which operations, where. */
function refuted(findings: readonly PrefillFinding[]): PrefilledAnswer | null {
  if (findings.length === 0) return null;
  const lines = findings.map((finding) => {
    const operations = finding.operations.length > 0 ? ` Operations: ${listed(finding.operations)}.` : '';
    const places = finding.pointers.length > 0 ? ` Places: ${listed(finding.pointers)}.` : '';
    return `${finding.title}: found in ${counted(finding.occurrences, 'place')}.${operations}${places}`;
  });
  return { answer: 'no', evidence: lines.join('\n') };
}

const isOpenApi = (facts: PrefillFacts) => facts.format.startsWith('openapi-');
const yes = (evidence: string): PrefilledAnswer => ({ answer: 'yes', evidence });
const no = (evidence: string): PrefilledAnswer => ({ answer: 'no', evidence });

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Operations that are commonly and rightly open although they are not a GET: a person has to judge them. */
const OPEN_BY_NATURE =
  /(log-?in|sign-?in|sign-?up|regist|auth|token|session|password|forgot|reset|verif|confirm|webhook|callback|notif|search|quer|estimat|quote|track|contact|consent|event|health|ping)/i;

function authenticationDeclared(facts: PrefillFacts): PrefilledAnswer | null {
  const { operations } = facts;
  if (operations.length === 0) return null;
  if (operations.every((operation) => operation.authenticated === true)) {
    const schemes = [...new Set(operations.flatMap((operation) => operation.security))].toSorted();
    const by = schemes.length > 0 ? ` (${listed(schemes)})` : '';
    return yes(
      `All ${counted(operations.length, 'operation')} of the description require authentication${by}.`,
    );
  }
  const open = operations.filter((operation) => isOpenWrite(operation));
  if (open.length === 0) return null;
  return no(
    `${counted(open.length, 'operation')} of ${operations.length} that change something require no authentication: ` +
      `${listed(open.map((operation) => operation.key))}. Places: ${listed(open.map((operation) => operation.pointer))}.`,
  );
}

function isOpenWrite(operation: OperationInfo): boolean {
  if (operation.authenticated !== false || !CHANGES.has(operation.method)) return false;
  return (
    operation.method !== 'POST' || !OPEN_BY_NATURE.test(`${operation.path} ${operation.operationId ?? ''}`)
  );
}

function credentialsOutOfAddresses(facts: PrefillFacts): PrefilledAnswer | null {
  if (!isOpenApi(facts) || facts.operations.length === 0) return null;
  return (
    refuted(found('credentials-out-of-addresses', facts)) ??
    yes(
      `None of the ${counted(facts.operations.length, 'operation')} takes a key or token by a security scheme in path or query, ` +
        'and no path or query parameter is named like a credential.',
    )
  );
}

function rateLimitsDeclared(facts: PrefillFacts): PrefilledAnswer | null {
  if (!isOpenApi(facts) || facts.operations.length === 0) return null;
  const gateway = facts.protections.rateLimit
    ? ' The inventory says that a rate limit is in force in front of the API.'
    : '';
  return (
    refuted(found('rate-limits-declared', facts)) ??
    yes(`All ${counted(facts.operations.length, 'operation')} declare the answer 429.${gateway}`)
  );
}

function errorsDeclared(facts: PrefillFacts): PrefilledAnswer | null {
  if (!isOpenApi(facts) || facts.operations.length === 0) return null;
  return (
    refuted(found('errors-declared', facts)) ??
    yes(
      `All ${counted(facts.operations.length, 'operation')} declare their answers to invalid input, ` +
        'missing authentication and unexpected errors.',
    )
  );
}

const ENCRYPTED = /^(https|wss|mqtts|amqps|secure-mqtt|kafka-secure|ftps|sftp):/i;
const PLAIN = /^(http|ws|mqtt|amqp|ftp):/i;
const LOOPBACK = /^[a-z-]+:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i;

function encryptedServers(facts: PrefillFacts): PrefilledAnswer | null {
  const reachable = facts.servers.filter((server) => !LOOPBACK.test(server.url));
  const plain = reachable.filter((server) => PLAIN.test(server.url));
  if (plain.length > 0) {
    return no(
      `${counted(plain.length, 'server')} of ${facts.servers.length} can be reached without TLS: ${listed(urls(plain))}.`,
    );
  }
  if (reachable.length === 0 || !reachable.every((server) => ENCRYPTED.test(server.url))) return null;
  return yes(
    `${reachable.length === 1 ? 'The server' : `All ${reachable.length} servers`} of the description ` +
      `${reachable.length === 1 ? 'uses' : 'use'} TLS: ${listed(urls(reachable))}.`,
  );
}

const urls = (servers: readonly ServerInfo[]) => servers.map((server) => server.url);

function versionsDeclared(facts: PrefillFacts): PrefilledAnswer | null {
  if (facts.version.trim() === '' && isOpenApi(facts)) return no('The description states no version.');
  const refutation = refuted(found('versions-declared', facts));
  if (refutation) return refutation;
  const isDeprecatedAnywhere = facts.operations.some((operation) => operation.deprecated);
  if (isDeprecatedAnywhere || facts.version.trim() === '' || facts.operations.length === 0) return null;
  return yes(
    `The description states version ${facts.version.trim()}; none of its ` +
      `${counted(facts.operations.length, 'operation')} is deprecated.`,
  );
}

/** One function for each item a scan can settle; null means that only a person can tell. */
export const SETTLE = {
  'authentication-declared': authenticationDeclared,
  'credentials-out-of-addresses': credentialsOutOfAddresses,
  // A clean description does not prove that the gateway has no old scheme left, so only the "no" is certain.
  'current-authentication-schemes': (facts) => refuted(found('current-authentication-schemes', facts)),
  'rate-limits-declared': rateLimitsDeclared,
  // A declared maximum is not yet an enforced one, so only the "no" is certain.
  'lists-bounded': (facts) => refuted(found('lists-bounded', facts)),
  'encrypted-servers': encryptedServers,
  'errors-declared': errorsDeclared,
  'versions-declared': versionsDeclared,
} satisfies Record<Settler, (facts: PrefillFacts) => PrefilledAnswer | null>;
