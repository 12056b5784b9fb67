// Builds the pages when their sources changed since the last build.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeWritable, withSetupLock } from './install.mjs';
import { ROOT } from './paths.mjs';
import { PlainError } from './progress.mjs';
import { lastLines, runPinned } from './run-child.mjs';
import { hashSources } from './sources.mjs';

const stampFile = (root) => join(root, '.next', 'gatehouse-build');

/** True unless the last finished build was made from exactly these sources. */
export function needsBuild(root, hash = hashSources(root)) {
  try {
    return readFileSync(stampFile(root), 'utf8') !== hash || !existsSync(join(root, '.next', 'BUILD_ID'));
  } catch {
    return true;
  }
}

export async function ensureBuilt(progress, root = ROOT) {
  if (!needsBuild(root)) return;
  mustBeWritable(root);
  await withSetupLock(progress, async () => {
    // Hashed before the build: an edit made meanwhile then asks for another one.
    const hash = hashSources(root);
    if (!needsBuild(root, hash)) return;
    rmSync(stampFile(root), { force: true });
    await progress.step('Building the pages (once, and after an update; about a minute)', () => build(root));
    writeFileSync(stampFile(root), hash);
  });
}

async function build(root) {
  const result = await runPinned([join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: root,
    env: { NODE_ENV: 'production' },
  });
  if (result.code === 0) return;
  const wasKilled = result.signal === 'SIGKILL' || /heap out of memory/.test(result.output);
  throw new PlainError(wasKilled ? 'The build ran out of memory.' : 'The pages could not be built.', {
    hint: wasKilled ? 'It needs about 2 GB of free memory.' : 'The last lines of the build follow.',
    details: lastLines(result.output, 40),
  });
}
