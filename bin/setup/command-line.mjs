import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './paths.mjs';
import { createProgress, printFailure } from './progress.mjs';

/** Exit code of the command line for "could not get at what it needs". */
const UNREACHABLE = 3;

export async function commandLine(args) {
  try {
    await ensureInstalled({ progress: createProgress(process.stderr) });
  } catch (error) {
    printFailure(error);
    process.exit(UNREACHABLE);
  }
  handOver([join(ROOT, 'bin/gatehouse.ts'), ...args], { ipc: false });
}
