import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './paths.mjs';
import { createProgress, printFailure, seconds } from './progress.mjs';
import { inherit } from './tools.mjs';

const FOLDER = join(ROOT, 'bench');
const SUFFIX = '.bench.ts';

/**
 * A benchmark is a program `bench/NAME.bench.ts`: it prints its ratios as lines, may write `bench/results/NAME.json`, and
 * ends with 0 when every target is reached, 1 when one is missed. They run one after the other, so that none
 * disturbs another.
 */
export async function bench(words) {
  const progress = createProgress();
  try {
    await ensureInstalled({ dev: true, progress });
    await ensureInstalled({ folder: FOLDER, dev: true, progress, title: 'Installing what is compared with' });
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
    return;
  }
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) {
    console.error(
      `There is no benchmark${words.length > 0 ? ` named ${words.join(' or ')}` : ''} in ${FOLDER}.`,
    );
    process.exitCode = 2;
    return;
  }
  mkdirSync(join(FOLDER, 'results'), { recursive: true });
  const missed = [];
  for (const name of names) {
    const begun = performance.now();
    progress.line(`── ${name} ──`);
    if ((await inherit([join(FOLDER, `${name}${SUFFIX}`)])) !== 0) missed.push(name);
    progress.line(`   ${seconds(begun)}\n`);
  }
  progress.line(missed.length === 0 ? 'Every target is reached.' : `Missed: ${missed.join(', ')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
