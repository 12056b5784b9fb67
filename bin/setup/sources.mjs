// Which files the built pages come from, as one hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['app', 'components', 'db', 'lib', 'public'];
const FILES = [
  'next.config.ts',
  'instrumentation.ts',
  'proxy.ts',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
];
/** Read at run time or by tests only: a change there needs no new build. */
const isLeftOut = (path) => /\.test\.tsx?$/.test(path) || /^db\/(migrations|testing|demo)\//.test(path);

function filesBelow(root, folder) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return isLeftOut(path) ? [] : [path];
  });
}

/** Hash of names and contents: a checkout that only touches times asks for no build. */
export function hashSources(root) {
  const hash = createHash('sha256');
  const paths = [...FILES, ...FOLDERS.flatMap((folder) => filesBelow(root, folder))].sort((a, b) =>
    a < b ? -1 : 1,
  );
  for (const path of paths) {
    try {
      const content = readFileSync(join(root, path));
      hash.update(`${path}\0${content.length}\0`).update(content);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return hash.digest('hex');
}
