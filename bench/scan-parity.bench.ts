/**
 * Compares the occurrences of Gatehouse's rules with what Spectral reports with its OWASP ruleset, rule by rule, on real
 * descriptions: `node bench/scan-parity.bench.ts [--sample 150] [--max-bytes 500000] [--only NAME] [--show RULE]`.
 * Spectral's answers are kept in bench/results, so that only the first run takes long.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { PARITY_DIFFERENCES } from '../lib/domain/scan/parity-differences.ts';
import { RULES } from '../lib/domain/scan/rules.ts';
import { scanDescription } from '../lib/domain/scan/scan-description.ts';
import { corpusName, corpusPath, openApiFormat, readText, sampleCorpus } from './corpus.ts';
import { lintWithSpectral } from './peers/spectral.ts';
import type { SpectralResult } from './peers/spectral.ts';

const CACHE = fileURLToPath(new URL('./results/spectral/', import.meta.url));

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '150' },
    'max-bytes': { type: 'string', default: '500000' },
    only: { type: 'string' },
    show: { type: 'string' },
  },
});

async function spectral(path: string, text: string): Promise<SpectralResult[] | string> {
  const file = `${CACHE}${createHash('sha256').update(text).digest('hex').slice(0, 32)}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SpectralResult[] | string;
  const answer = await lintWithSpectral(path, text).catch((error: unknown) => String(error).slice(0, 200));
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify(answer));
  return answer;
}

interface Tally {
  spectral: number;
  missing: number;
  extra: number;
  unexplained: number;
}
const reasons = new Map<string, number>();
const tallies = new Map<string, Tally>();
const covered = new Set(RULES.flatMap(({ equivalent }) => equivalent ?? []));

function tally(rule: string): Tally {
  const found = tallies.get(rule) ?? { spectral: 0, missing: 0, extra: 0, unexplained: 0 };
  tallies.set(rule, found);
  return found;
}

const sample = options.only
  ? options.only.split(',').map(corpusPath)
  : sampleCorpus(Number(options.sample), (path) => statSync(path).size <= Number(options['max-bytes']));
let compared = 0;
let same = 0;
const failed: string[] = [];
for (const path of sample) {
  const text = readText(path);
  const theirs = await spectral(path, text);
  if (typeof theirs === 'string') {
    failed.push(`${corpusName(path)}: ${theirs}`);
    continue;
  }
  compared += 1;
  const document = JSON.parse(text);
  const ours = scanDescription({ format: openApiFormat(document), document });
  const pair = (rule: string, pointer: string) => `${rule} ${pointer}`;
  const expected = new Set(theirs.map(({ rule, pointer }) => pair(rule, pointer)));
  const found = new Set(
    ours.occurrences.flatMap(({ equivalent, pointer }) => (equivalent ? pair(equivalent, pointer) : [])),
  );
  let differences = 0;
  const note = (kind: 'missing' | 'extra', line: string) => {
    const rule = line.slice(0, line.indexOf(' '));
    if (!covered.has(rule)) return;
    differences += 1;
    tally(rule)[kind] += 1;
    const pointer = line.slice(rule.length + 1);
    const reason = PARITY_DIFFERENCES.find(({ explains }) => explains(document, pointer));
    if (reason) reasons.set(reason.id, (reasons.get(reason.id) ?? 0) + 1);
    else tally(rule).unexplained += 1;
    if (options.show && rule.endsWith(options.show)) console.log(`${kind} ${corpusName(path)} ${line}`);
  };
  for (const line of expected) {
    tally(line.slice(0, line.indexOf(' '))).spectral += 1;
    if (!found.has(line)) note('missing', line);
  }
  for (const line of found) if (!expected.has(line)) note('extra', line);
  if (differences === 0) same += 1;
  else if (!options.show) console.log(`${corpusName(path)}: ${differences} differences`);
}

const rows = [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1));
const columns = ['spectral', 'missing', 'extra', 'unexplained'] as const;
console.log(`\n${'rule'.padEnd(52)}${columns.map((column) => column.padStart(13)).join('')}`);
for (const [rule, row] of rows) {
  const mark = covered.has(rule) ? '' : '  (not covered)';
  console.log(
    `${rule.padEnd(52)}${columns.map((column) => String(row[column]).padStart(13)).join('')}${mark}`,
  );
}
const sum = (key: keyof Tally) => rows.reduce((total, [, row]) => total + row[key], 0);
const total = sum('spectral');
const share = (key: keyof Tally) => `${((100 * sum(key)) / total).toFixed(3)} % ${key}`;
console.log(
  `\n${compared} descriptions, ${same} exactly the same; ${total} pairs, ${share('missing')}, ${share('extra')}, ${share('unexplained')}`,
);
for (const { id, reason } of PARITY_DIFFERENCES) console.log(`${reasons.get(id) ?? 0} × ${id}: ${reason}`);
const LIMIT = 0.005;
const over = rows.filter(([, row]) => Math.max(row.missing, row.extra) > Math.max(LIMIT * row.spectral, 1));
if (over.length > 0) {
  console.log(`More than ${LIMIT * 100} % differ in ${over.map(([rule]) => rule).join(', ')}`);
  process.exitCode = 1;
}
if (failed.length > 0) console.log(`Spectral failed on ${failed.length}:\n  ${failed.join('\n  ')}`);
