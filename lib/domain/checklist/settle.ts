import type { Protections } from '../apis/dto.ts';
import type { DescriptionSummary, ServerInfo } from '../description/types.ts';
import { counted } from '../gate/sentences.ts';
import type { ScannedFinding } from '../scan/types.ts';
import { SETTLING_RULES } from './settling-rules.ts';
import type { PrefilledAnswer, Settler } from './types.ts';

export type PrefillFinding = Pick<
  ScannedFinding,
  'rule' | 'severity' | 'owasp' | 'title' | 'occurrences' | 'operations' | 'operationCount' | 'pointers'
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

/** "a, b, c and 4 more"; `total` where not all of them are known by name. */
function listed(values: readonly string[], total = values.length): string {
  const rest = total - Math.min(values.length, SHOWN);
  const named = values.slice(0, SHOWN).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}

function foundFor(settler: Settler, facts: PrefillFacts, kind: 'proof' | 'doubt'): PrefillFinding[] {
  const rules: readonly string[] = SETTLING_RULES[settler][kind];
  return facts.findings.filter((finding) => rules.includes(finding.rule));
}

/** One line for each finding: title, how often, which operations, where. */
function refuted(settler: Settler, facts: PrefillFacts): PrefilledAnswer | null {
  const findings = foundFor(settler, facts, 'proof');
  if (findings.length === 0) return null;
  const lines = findings.map((finding) => {
    const operations =
      finding.operations.length > 0
        ? ` Operations: ${listed(finding.operations, finding.operationCount)}.`
        : '';
    const places =
      finding.pointers.length > 0
        ? ` Places: ${listed(finding.pointers, Math.max(finding.occurrences, finding.pointers.length))}.`
        : '';
    return `${finding.title}: found in ${counted(finding.occurrences, 'place')}.${operations}${places}`;
  });
  return { answer: 'no', evidence: lines.join('\n') };
}

const isOpenApi = (facts: PrefillFacts) => facts.format.startsWith('openapi-');
const yes = (evidence: string): PrefilledAnswer => ({ answer: 'yes', evidence });
const no = (evidence: string): PrefilledAnswer => ({ answer: 'no', evidence });

/** An OpenAPI description in which the scanner looked for the opposite and found nothing, not even something doubtful. */
function confirmed(settler: Settler, facts: PrefillFacts, evidence: string): PrefilledAnswer | null {
  const { proof, doubt } = SETTLING_RULES[settler];
  const hasLooked = isOpenApi(facts) && facts.operations.length > 0 && proof.length + doubt.length > 0;
  return hasLooked && foundFor(settler, facts, 'doubt').length === 0 ? yes(evidence) : null;
}

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
  return refuted('authentication-declared', facts);
}

function credentialsOutOfAddresses(facts: PrefillFacts): PrefilledAnswer | null {
  const evidence =
    `None of the ${counted(facts.operations.length, 'operation')} takes a key or token by a security scheme in path or query, ` +
    'and no path or query parameter is named like a credential.';
  const settler = 'credentials-out-of-addresses';
  return refuted(settler, facts) ?? confirmed(settler, facts, evidence);
}

function rateLimitsDeclared(facts: PrefillFacts): PrefilledAnswer | null {
  const gateway = facts.protections.rateLimit
    ? ' The inventory says that a rate limit is in force in front of the API.'
    : '';
  const evidence = `All ${counted(facts.operations.length, 'operation')} declare their limit and the answer 429.${gateway}`;
  return refuted('rate-limits-declared', facts) ?? confirmed('rate-limits-declared', facts, evidence);
}

function errorsDeclared(facts: PrefillFacts): PrefilledAnswer | null {
  const evidence =
    `All ${counted(facts.operations.length, 'operation')} declare their answers to invalid input, ` +
    'missing authentication and unexpected errors.';
  return refuted('errors-declared', facts) ?? confirmed('errors-declared', facts, evidence);
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
  const refutation = refuted('versions-declared', facts);
  if (refutation) return refutation;
  const isDeprecatedAnywhere = facts.operations.some((operation) => operation.deprecated);
  const isDoubtful = foundFor('versions-declared', facts, 'doubt').length > 0;
  if (isDoubtful || isDeprecatedAnywhere || facts.version.trim() === '' || facts.operations.length === 0)
    return null;
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
  'current-authentication-schemes': (facts) => refuted('current-authentication-schemes', facts),
  'rate-limits-declared': rateLimitsDeclared,
  'encrypted-servers': encryptedServers,
  'errors-declared': errorsDeclared,
  'versions-declared': versionsDeclared,
} satisfies Record<Settler, (facts: PrefillFacts) => PrefilledAnswer | null>;
