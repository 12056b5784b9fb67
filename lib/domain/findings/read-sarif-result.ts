import { isRecord } from '../is-record.ts';
import { OWASP_CATEGORIES, type OwaspCategory, type Severity } from '../words.ts';
import { listIn, messageOf, ruleOf, ruleText, text, type RunRules } from './sarif-rules.ts';
import { SARIF_LEVELS, severityOf, type SarifLevel } from './sarif-severity.ts';

/** A result of another scanner, ready to be kept as a finding of `source` = tool. */
export interface ImportedFinding {
  tool: string;
  /** Of the run it comes from. */
  category: string;
  rule: string;
  severity: Severity;
  owasp: OwaspCategory[];
  title: string;
  why: string;
  fix: string;
  /** The same for the same result in every import; different for different results of one tool. */
  fingerprint: string;
  /** Places: an address with `#L<line>`, or the full name of a logical location. At most 20, `occurrences` counts all. */
  pointers: string[];
  occurrences: number;
}

/** A finding with what tells it from others, before that is hashed. */
export type Candidate = Omit<ImportedFinding, 'fingerprint'> & { identity: string; exact: boolean };

/** What the addresses of a run mean. */
export interface RunFiles {
  artifacts: readonly unknown[];
  /** Addresses of folders on the machine that ran the tool, the longest first. */
  folders: readonly string[];
}

export type Fault = (pointer: string, detail: string) => void;

const MAX_POINTERS = 20;
const MAX_TITLE = 300;
const MAX_TEXT = 8_000;

/** One result as a finding, or why there is none: it reports no problem, or it is malformed (then `fault` was told). */
export function readSarifResult(
  result: unknown,
  run: { tool: string; category: string; rules: RunRules; pointer: string } & RunFiles,
  fault: Fault,
): Candidate | 'passed over' | null {
  const { pointer } = run;
  if (!isRecord(result)) {
    fault(pointer, 'Expected a result, which is an object.');
    return null;
  }
  if (isNoProblem(result)) return 'passed over';
  const { id, rule } = ruleOf(result, run.rules);
  const message = messageOf(result['message'], rule);
  const level = readLevel(result, rule, run.rules.levels.get(id ?? ''));
  if (message === null) fault(`${pointer}/message`, 'Expected a message with a text.');
  if (level === null) fault(`${pointer}/level`, `Expected one of ${SARIF_LEVELS.join(', ')}.`);
  if (message === null || level === null) return null;
  const places = readPlaces(result['locations'], run);
  const ruleId = shorten(id ?? 'unnamed', 200);
  const properties = { ...propertiesOf(rule), ...propertiesOf(result) };
  return {
    tool: run.tool,
    category: run.category,
    rule: ruleId,
    severity: severityOf(level, properties['security-severity']),
    owasp: readOwasp(rule, result),
    title: shorten(ruleText(rule, 'shortDescription') ?? text(rule['name']) ?? firstLine(message), MAX_TITLE),
    why: shorten(message, MAX_TEXT),
    fix: shorten(ruleText(rule, 'help') ?? text(rule['helpUri']) ?? '', MAX_TEXT),
    pointers: places.slice(0, MAX_POINTERS).map((place) => shorten(place, 500)),
    occurrences: Math.max(1, places.length),
    ...identify(result, ruleId, message, places),
  };
}

/**
 * What makes a result this one: `fingerprints` where the tool gives them; else its partial fingerprints, else its
 * message, each with rule and file but never the line, which moves with every edit above it.
 */
function identify(result: Record<string, unknown>, rule: string, message: string, places: readonly string[]) {
  // A value with a space is a remark, such as that fingerprints are for those who pay, and the same for every result.
  const full = sortedPairs(result['fingerprints']).filter(([, value]) => !/\s/.test(value));
  if (full.length > 0) return { identity: JSON.stringify([rule, full]), exact: true };
  const partial = sortedPairs(result['partialFingerprints']);
  const file = places[0]?.replace(/#L\d+$/, '') ?? '';
  return { identity: JSON.stringify([rule, file, partial.length > 0 ? partial : message]), exact: false };
}

function isNoProblem(result: Record<string, unknown>): boolean {
  if (result['kind'] === 'pass' || result['kind'] === 'notApplicable' || result['baselineState'] === 'absent')
    return true;
  const suppressions = Array.isArray(result['suppressions']) ? (result['suppressions'] as unknown[]) : [];
  // A suppression without a status is in force (section 3.35.3).
  return suppressions.some(
    (one) => isRecord(one) && (one['status'] === undefined || one['status'] === 'accepted'),
  );
}

function readLevel(
  result: Record<string, unknown>,
  rule: Record<string, unknown>,
  ofRun: unknown,
): SarifLevel | null {
  const configuration = rule['defaultConfiguration'];
  const fallback = ofRun ?? (isRecord(configuration) ? configuration['level'] : undefined);
  // Only failures have a level of their own; what merely informs has none (section 3.27.10).
  const kind = result['kind'] ?? 'fail';
  const level = result['level'] ?? (kind === 'fail' ? (fallback ?? 'warning') : 'none');
  return SARIF_LEVELS.find((word) => word === level) ?? null;
}

function readPlaces(locations: unknown, files: RunFiles): string[] {
  if (!Array.isArray(locations)) return [];
  return (locations as unknown[]).flatMap((location) => {
    if (!isRecord(location)) return [];
    const physical = isRecord(location['physicalLocation']) ? location['physicalLocation'] : {};
    const artifact = addressOf(physical['artifactLocation'], files);
    const line = isRecord(physical['region']) ? physical['region']['startLine'] : undefined;
    if (artifact) return [Number.isSafeInteger(line) ? `${artifact}#L${String(line)}` : artifact];
    const logical: unknown = Array.isArray(location['logicalLocations'])
      ? location['logicalLocations'][0]
      : undefined;
    return isRecord(logical) ? (text(logical['fullyQualifiedName']) ?? text(logical['name']) ?? []) : [];
  });
}

/**
 * The address of a file, which may stand once in the list of the run and be named by its index (section 3.4.5); below a
 * folder of the run without that folder, which is another one on the next machine (section 3.14.14).
 */
function addressOf(location: unknown, { artifacts, folders }: RunFiles): string | null {
  if (!isRecord(location)) return null;
  const listed = typeof location['index'] === 'number' ? artifacts[location['index']] : undefined;
  const inList = isRecord(listed) && isRecord(listed['location']) ? text(listed['location']['uri']) : null;
  const address = text(location['uri']) ?? inList;
  const folder = folders.find(
    (one) => address !== null && address.length > one.length && address.startsWith(one),
  );
  return folder === undefined ? address : address!.slice(folder.length);
}

/** The folders that `originalUriBaseIds` of a run names. */
export function foldersOf(bases: unknown): string[] {
  const addresses = isRecord(bases)
    ? Object.values(bases).map((one) => (isRecord(one) ? text(one['uri']) : null))
    : [];
  const folders = addresses.filter((one) => one !== null && one.startsWith('file:') && one.endsWith('/'));
  return (folders as string[]).toSorted((a, b) => b.length - a.length);
}

function readOwasp(...holders: Record<string, unknown>[]): OwaspCategory[] {
  const tags = holders.flatMap((holder) => propertiesOf(holder)['tags'] ?? []);
  // Categories of a taxonomy that the tool brings along (sections 3.27.8 and 3.49.15).
  const taxa = holders.flatMap((holder) => [
    ...listIn(holder, 'taxa').map((taxon) => (isRecord(taxon) ? taxon['id'] : null)),
    ...listIn(holder, 'relationships').map((one) =>
      isRecord(one) && isRecord(one['target']) ? one['target']['id'] : null,
    ),
  ]);
  const words = [...tags, ...taxa]
    .filter((tag): tag is string => typeof tag === 'string')
    .map((tag) => /\bAPI(?:10|[1-9])(?=:2023\b)/i.exec(tag)?.[0].toUpperCase());
  return OWASP_CATEGORIES.filter((category) => words.includes(category));
}

function sortedPairs(value: unknown): [string, string][] {
  if (!isRecord(value)) return [];
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

const propertiesOf = (holder: Record<string, unknown>): Record<string, unknown> =>
  isRecord(holder['properties']) ? holder['properties'] : {};

const firstLine = (message: string): string => message.split('\n', 1)[0]!;

/** Text that any database keeps: no NUL, no half characters, not longer than stated. */
export function shorten(value: string, length: number): string {
  const clean = value.replaceAll('\u0000', '').trim();
  return (clean.length > length ? `${clean.slice(0, length - 1)}…` : clean).toWellFormed();
}
