import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './paths.mjs';
import { createProgress, printFailure } from './progress.mjs';
import { handOver } from './hand-over.mjs';

export async function start(args) {
  const unknown = args.find((arg) => arg !== '--dev');
  if (unknown) {
    console.error(`Unknown option ${unknown}. Usage: npm start, or npm run dev.`);
    process.exitCode = 2;
    return;
  }
  const progress = createProgress();
  const isDev = args.includes('--dev');
  try {
    await ensureInstalled({ progress });
    if (!isDev) await ensureBuilt(progress);
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
    return;
  }
  handOver(['bin/serve.ts', ...args], { cwd: ROOT });
}
