// Whether node_modules holds what package-lock.json asks for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const platform = `${process.platform}-${process.arch}`;
const stampFile = (folder) => join(folder, 'node_modules', '.gatehouse-install.json');

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const lockHash = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

/** Remembers what was installed; `dev` says that the packages for tests are there too. */
export function writeStamp(folder, dev) {
  writeFileSync(stampFile(folder), JSON.stringify({ lock: lockHash(folder), dev, platform }));
}

/** True when a former run has installed, or found, all that is needed now. One small file is read. */
export function isStamped(folder, dev) {
  const stamp = readJson(stampFile(folder));
  return stamp?.lock === lockHash(folder) && stamp.platform === platform && (stamp.dev || !dev);
}

/** True when the packages for tests were installed before: an update then keeps them. */
export const hadDevelopmentPackages = (folder) =>
  readJson(stampFile(folder))?.dev === true || missingPackages(folder, true, 'dev-only').length === 0;

/**
 * Names of locked packages that are absent or of another version, by npm's own record of what it installed.
 * Optional ones (binaries of other systems) may be absent.
 */
export function missingPackages(folder, dev, only = 'all') {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages ?? {};
  const missing = [];
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional || entry.devOptional || entry.link) continue;
    if (entry.dev ? !dev : only === 'dev-only') continue;
    if (present[path]?.version !== entry.version || !existsSync(join(folder, path))) missing.push(path);
  }
  return missing;
}
