import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the project's folder, with slashes. */
  path: string;
  text: string;
  /** The text without comments. */
  code: string;
  imports: Import[];
}

export interface Import {
  /** As written: `#lib/env.ts`, `./x.ts`, `zod`. */
  specifier: string;
  /** File of the project it leads to, null for packages. */
  target: string | null;
  isType: boolean;
  /** `import('…')`. */
  isLater: boolean;
}

const FOLDERS = ['app', 'bench', 'bin', 'components', 'db', 'e2e', 'lib', '.'];
const SKIPPED = new Set(['node_modules', '.next', '.data', 'results']);
const SOURCE = /\.(?:ts|tsx|mts|mjs|css)$/;
const IMPORT =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)'|\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'\s*\)/g;

/** Every source file there is, read once. */
export function readSourceFiles(): SourceFile[] {
  return FOLDERS.flatMap((folder) => walk(join(ROOT, folder), folder !== '.')).map(readSource);
}

function walk(folder: string, isDeep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isDeep && !SKIPPED.has(entry.name) ? walk(path, true) : [];
    return SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function readSource(file: string): SourceFile {
  const path = relative(ROOT, file).replaceAll('\\', '/');
  const text = readFileSync(file, 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const imports = path.endsWith('.css')
    ? []
    : [...code.matchAll(IMPORT)].map((match) => toImport(path, match));
  return { path, text, code, imports };
}

function toImport(from: string, [, type, stated, dynamic]: RegExpMatchArray): Import {
  const specifier = stated ?? dynamic ?? '';
  return {
    specifier,
    target: targetOf(from, specifier),
    isType: type !== undefined,
    isLater: dynamic !== undefined,
  };
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier) : null;
}

export const isTest = ({ path }: SourceFile): boolean =>
  /\.test\.tsx?$/.test(path) || /(?:^|\/)testing\//.test(path) || path.startsWith('e2e/');
