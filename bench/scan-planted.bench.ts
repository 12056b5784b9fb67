/**
 * Plants weaknesses of more than twenty kinds into real descriptions, one at a time, and counts how many are found with a
 * severity fit for them: `node bench/scan-planted.bench.ts [--sample 30]`.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SEVERITIES } from '../lib/domain/words.ts';
import type { ScannedFinding } from '../lib/domain/scan/types.ts';
import { scanDescription } from '../lib/domain/scan/scan-description.ts';
import { corpusName, openApiFormat, readText, sampleCorpus } from './corpus.ts';
import { PLANTED_FAULTS } from './planted-faults.ts';

const { values: options } = parseArgs({ options: { sample: { type: 'string', default: '30' } } });
const TARGET = 0.95;

const key = ({ rule, severity, occurrences, fingerprint }: ScannedFinding) =>
  `${rule} ${severity} ${occurrences} ${fingerprint}`;
const sample = sampleCorpus(
  Number(options.sample),
  (path) => statSync(path).size > 20_000 && statSync(path).size < 1_000_000,
);
const counts = new Map<string, { planted: number; found: number; missed: string[] }>();

for (const path of sample) {
  const text = readText(path);
  const format = openApiFormat(JSON.parse(text));
  const before = new Set(scanDescription({ format, document: JSON.parse(text) }).findings.map(key));
  for (const { name, plant, found, severity } of PLANTED_FAULTS) {
    const document = JSON.parse(text);
    if (!plant(document)) continue;
    const { findings } = scanDescription({ format, document });
    // Only what is new or has grown counts: the description may have had the weakness before.
    const isFound = findings.some(
      (finding) =>
        found.includes(finding.rule) &&
        !before.has(key(finding)) &&
        SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(severity),
    );
    const count = counts.get(name) ?? { planted: 0, found: 0, missed: [] };
    count.planted += 1;
    if (isFound) count.found += 1;
    else count.missed.push(corpusName(path));
    counts.set(name, count);
  }
}

const total = [...counts.values()].reduce((sum, { planted }) => sum + planted, 0);
const found = [...counts.values()].reduce((sum, count) => sum + count.found, 0);
for (const [name, count] of counts) {
  const missed = count.missed.length > 0 ? `  missed in ${count.missed.slice(0, 3).join(', ')}` : '';
  console.log(`${name.padEnd(48)}${count.found} of ${count.planted}${missed}`);
}
console.log(
  `${found} of ${total} planted faults found, ${((100 * found) / total).toFixed(1)} % (to reach: ${TARGET * 100} %)`,
);
if (found / total < TARGET) process.exitCode = 1;
