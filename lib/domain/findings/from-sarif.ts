import { isRecord } from '../is-record.ts';
import {
  foldersOf,
  readSarifResult,
  shorten,
  type Candidate,
  type Fault,
  type ImportedFinding,
  type RunFiles,
} from './read-sarif-result.ts';
import { listIn, rulesOf, text, type RunRules } from './sarif-rules.ts';
import { OWN_SOURCE } from '../words.ts';

export interface SarifFault {
  pointer: string;
  detail: string;
}

/** One run of a tool; runs of one tool and category follow each other, each telling all there is. */
export interface SarifRun {
  tool: string;
  /** From `automationDetails.id` without its last part, which names the single run (section 3.17.3); empty without one. */
  category: string;
  /** It scanned, to its end: only then what it does not report is not there (sections 3.14.11 and 3.14.23). */
  isComplete: boolean;
}

export type SarifImport =
  | { ok: true; tools: string[]; runs: SarifRun[]; findings: ImportedFinding[]; passedOver: number }
  | { ok: false; errors: SarifFault[] };

export const MAX_SARIF_RESULTS = 100_000;
const MAX_FAULTS = 50;

/**
 * Reads parsed JSON as SARIF 2.1.0. `digest` is a cryptographic hash of a text in a short spelling, `into` the slug of the
 * API whose findings they become: our own report on it is refused, since they are here already, while our report on another
 * API is one of another tool, named `gatehouse/` and that API. Results that report
 * no problem (passed, not applicable, suppressed, absent from this run) are counted as passed over. Whatever makes the
 * file no SARIF 2.1.0 is reported with its JSON pointer, and then nothing is read.
 */
export function fromSarif(document: unknown, digest: (text: string) => string, into?: string): SarifImport {
  const errors: SarifFault[] = [];
  const fault = (pointer: string, detail: string): void => {
    if (errors.length < MAX_FAULTS) errors.push({ pointer, detail });
  };
  const runs = readRuns(document, fault);
  const told = new Map<string, SarifRun>();
  const found = new Map<string, ImportedFinding>();
  const seen = new Map<string, number>();
  let passedOver = 0;
  runs.forEach((run, at) => {
    const read = readRun(run, `/runs/${at}`, fault, into);
    if (!read) return;
    const { tool, category } = read;
    const key = JSON.stringify([tool, category]);
    const isComplete = read.isComplete && told.get(key)?.isComplete !== false;
    told.set(key, { tool, category, isComplete });
    read.results.forEach((result, index) => {
      const finding = readSarifResult(result, { ...read, pointer: `/runs/${at}/results/${index}` }, fault);
      if (finding === null) return;
      if (finding === 'passed over') passedOver += 1;
      else keep(finding, { found, seen, digest });
    });
  });
  return errors.length > 0
    ? { ok: false, errors }
    : {
        ok: true,
        tools: [...new Set([...told.values()].map(({ tool }) => tool))],
        runs: [...told.values()],
        findings: [...found.values()],
        passedOver,
      };
}

interface ReadRun extends SarifRun, RunFiles {
  rules: RunRules;
  results: readonly unknown[];
}

function readRuns(document: unknown, fault: Fault): unknown[] {
  if (!isRecord(document)) {
    fault('', 'This is no SARIF log: expected a JSON object.');
    return [];
  }
  const { version } = document;
  if (version !== '2.1.0') fault('/version', 'Expected "2.1.0": other versions of SARIF are not read.');
  const runs = document['runs'];
  if (!Array.isArray(runs)) {
    fault('/runs', 'Expected a list of runs.');
    return [];
  }
  const total = runs.reduce<number>((sum, run) => sum + countResults(run), 0);
  if (total <= MAX_SARIF_RESULTS) return runs;
  fault('/runs', `There are ${total} results; at most ${MAX_SARIF_RESULTS} are read at once.`);
  return [];
}

const countResults = (run: unknown): number =>
  isRecord(run) && Array.isArray(run['results']) ? run['results'].length : 0;

function readRun(run: unknown, pointer: string, fault: Fault, into?: string): ReadRun | null {
  const tool = isRecord(run) && isRecord(run['tool']) ? run['tool'] : null;
  const name = tool && isRecord(tool['driver']) ? text(tool['driver']['name']) : null;
  if (!isRecord(run) || !tool || !name) {
    fault(`${pointer}/tool/driver/name`, 'Expected the name of the tool.');
    return null;
  }
  const results = run['results'] ?? [];
  if (!Array.isArray(results)) {
    fault(`${pointer}/results`, 'Expected a list of results.');
    return null;
  }
  const clean = toolOf(run, shorten(name, 100), into);
  // Under our own name an import could rewrite what our scanner found.
  if (clean.toLowerCase() === OWN_SOURCE) {
    fault(`${pointer}/tool/driver/name`, "These are Gatehouse's own findings, and it has them already.");
    return null;
  }
  const invocations = listIn(run, 'invocations');
  const hasFailed = invocations.some((call) => isRecord(call) && call['executionSuccessful'] === false);
  return {
    tool: clean,
    category: categoryOf(run),
    isComplete: Array.isArray(run['results']) && !hasFailed,
    rules: rulesOf(tool, invocations),
    artifacts: listIn(run, 'artifacts'),
    folders: foldersOf(run['originalUriBaseIds']),
    results,
  };
}

/** Our own scans are told apart by the API they are of, which `toSarif` writes into the category of the run. */
function toolOf(run: Record<string, unknown>, name: string, into: string | undefined): string {
  if (name.toLowerCase() !== OWN_SOURCE || into === undefined) return name;
  const [, api] = /^gatehouse\/([a-z0-9-]+)$/.exec(categoryOf(run)) ?? [];
  return api === undefined || api === into ? name : `${OWN_SOURCE}/${api}`;
}

function categoryOf(run: Record<string, unknown>): string {
  const details = run['automationDetails'];
  const id = isRecord(details) ? text(details['id']) : null;
  return id === null ? '' : shorten(id.slice(0, Math.max(0, id.lastIndexOf('/'))), 200);
}

/** Two results that nothing tells apart are numbered, so that none is lost and both are found again next time. */
function keep(
  candidate: Candidate,
  into: { found: Map<string, ImportedFinding>; seen: Map<string, number>; digest: (text: string) => string },
): void {
  const { identity, exact, ...finding } = candidate;
  const key = JSON.stringify([finding.tool, identity]);
  const count = exact ? 0 : (into.seen.get(key) ?? 0);
  into.seen.set(key, count + 1);
  const fingerprint = into.digest(JSON.stringify([key, count]));
  if (!into.found.has(fingerprint)) into.found.set(fingerprint, { ...finding, fingerprint });
}
