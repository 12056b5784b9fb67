import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './paths.mjs';
import { createProgress, printFailure, seconds } from './progress.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';
import { inherit, modulePath } from './tools.mjs';

/** A tool that says yes or no counts as one test. */
const STATIC = [
  { title: 'types', args: [modulePath('typescript', 'bin/tsc'), '--noEmit'] },
  { title: 'lint', args: [modulePath('oxlint', 'bin/oxlint'), '--type-aware'] },
  { title: 'format', args: [modulePath('oxfmt', 'bin/oxfmt'), '--check'] },
];

export async function test(args) {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown) {
    console.error(`Unknown option ${unknown}. Usage: npm test, or npm run check.`);
    process.exitCode = 2;
    return;
  }
  const progress = createProgress();
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-run-'));
  // The database may run under another account, which must be able to pass through.
  chmodSync(folder, 0o755);
  const results = join(folder, 'results.json');
  const total = { passed: 0, failed: 0 };
  const lines = [];
  /** A part that cannot even begin is a failure of its own, and keeps none of the others from running. */
  const part = async (title, run) => {
    const begun = performance.now();
    progress.line(`\n── ${title} ──`);
    let counts;
    try {
      counts = await run();
    } catch (error) {
      printFailure(error);
      counts = { passed: 0, failed: 1 };
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    lines.push(
      `${title.padEnd(22)} ${String(counts.passed).padStart(6)} passed ${String(counts.failed).padStart(4)} failed  ${seconds(begun)}`,
    );
  };

  try {
    await ensureInstalled({ dev: true, progress });
    if (args.includes('--check')) await check(part, results);
    else await everything(part, results, progress);
  } catch (error) {
    printFailure(error);
    total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  progress.line(`\n${lines.join('\n')}\n`);
  progress.line(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function check(part, results) {
  await staticChecks(part);
  await part('rules and pure tests', () => vitest(results, ['--project', 'pure']));
}

async function everything(part, results, progress) {
  await part('real descriptions', async () => {
    await ensureInstalled({ folder: join(ROOT, 'bench'), progress, title: 'Installing real descriptions' });
    return { passed: 0, failed: 0 };
  });
  await staticChecks(part);
  await part('unit and integration', () => vitest(results, []));
  await part('build', async () => {
    await ensureBuilt(progress);
    return { passed: 1, failed: 0 };
  });
  await part('browser', async () => {
    await ensureBrowser(progress);
    return playwright(results, join(dirname(results), 'e2e'));
  });
}

async function staticChecks(part) {
  // Types of routes are generated; without them the compiler misses declarations of style sheets.
  await inherit([modulePath('next', 'dist/bin/next'), 'typegen']);
  for (const { title, args } of STATIC) {
    await part(title, async () =>
      (await inherit(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    );
  }
}

async function vitest(results, args) {
  rmSync(results, { force: true });
  await inherit([
    modulePath('vitest', 'vitest.mjs'),
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ]);
  return countVitest(results);
}

async function playwright(results, data) {
  rmSync(results, { force: true });
  await inherit([modulePath('@playwright/test', 'cli.js'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: results,
    GATEHOUSE_E2E_DATA: data,
  });
  return countPlaywright(results);
}
