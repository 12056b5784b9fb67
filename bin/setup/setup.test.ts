import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsBuild } from './build.mjs';
import { explainNpm } from './explain-npm.mjs';
import { hadDevelopmentPackages, isStamped, missingPackages, writeStamp } from './installed.mjs';
import { hashSources } from './sources.mjs';

let root: string;

function write(path: string, content: string | object) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('whether a build is needed', () => {
  beforeEach(() => {
    write('app/page.tsx', 'one');
    write('lib/domain/words.ts', 'two');
    write('lib/domain/words.test.ts', 'test');
    write('db/migrations/0001.sql', 'sql');
    write('.next/BUILD_ID', 'id');
    write('.next/gatehouse-build', hashSources(root));
  });

  it('not when the last one was made from these sources', () => {
    expect(needsBuild(root)).toBe(false);
  });

  const changes: [string, boolean, () => void][] = [
    ['a source file changed', true, () => write('app/page.tsx', 'ONE')],
    ['a source file came', true, () => write('components/ui/button.tsx', 'x')],
    ['a source file went', true, () => rmSync(join(root, 'app/page.tsx'))],
    ['a dependency changed', true, () => write('package-lock.json', '{}')],
    ['the last build was cut off', true, () => rmSync(join(root, '.next/BUILD_ID'))],
    ['nothing was ever built', true, () => rmSync(join(root, '.next'), { recursive: true })],
    ['only a time changed', false, () => utimesSync(join(root, 'app/page.tsx'), 1, 1)],
    ['only a test changed', false, () => write('lib/domain/words.test.ts', 'other')],
    ['only a migration came', false, () => write('db/migrations/0002.sql', 'sql')],
  ];
  it.each(changes)('%s: %s', (_, expected, change) => {
    change();
    expect(needsBuild(root)).toBe(expected);
  });
});

describe('what is installed', () => {
  const lock = {
    packages: {
      '': { name: 'x' },
      'node_modules/next': { version: '1.0.0' },
      'node_modules/vitest': { version: '2.0.0', dev: true },
      'node_modules/other-system': { version: '3.0.0', optional: true },
    },
  };
  const install = (...names: string[]) => {
    for (const name of names) write(`node_modules/${name}/package.json`, '{}');
    const packages = Object.fromEntries(
      Object.entries(lock.packages).filter(([path]) => names.some((name) => path.endsWith(`/${name}`))),
    );
    write('node_modules/.package-lock.json', { packages });
  };
  beforeEach(() => write('package-lock.json', lock));

  it('nothing at first', () => {
    expect(missingPackages(root, false)).toEqual(['node_modules/next']);
    expect(isStamped(root, false)).toBe(false);
  });

  it('enough to start, not enough to test', () => {
    install('next');
    expect(missingPackages(root, false)).toEqual([]);
    expect(missingPackages(root, true)).toEqual(['node_modules/vitest']);
    writeStamp(root, false);
    expect([isStamped(root, false), isStamped(root, true)]).toEqual([true, false]);
    expect(hadDevelopmentPackages(root)).toBe(false);
  });

  it('everything, which the next update keeps', () => {
    install('next', 'vitest');
    expect(missingPackages(root, true)).toEqual([]);
    expect(hadDevelopmentPackages(root)).toBe(true);
    writeStamp(root, true);
    expect([isStamped(root, false), isStamped(root, true)]).toEqual([true, true]);
  });

  it('too old after package-lock.json changed', () => {
    install('next');
    writeStamp(root, false);
    write('package-lock.json', { packages: { ...lock.packages, 'node_modules/next': { version: '1.0.1' } } });
    expect(isStamped(root, false)).toBe(false);
    expect(missingPackages(root, false)).toEqual(['node_modules/next']);
  });
});

describe('what npm says', () => {
  const outputs: [string, RegExp][] = [
    [
      'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/next failed',
      /registry\.npmjs\.org cannot be reached/,
    ],
    [
      'npm error code ECONNREFUSED\nnpm error FetchError: request to http://127.0.0.1:1/next failed',
      /cannot be reached/,
    ],
    [
      'npm error code E403\nnpm error 403 Forbidden - GET https://npm.example.com/next',
      /npm\.example\.com refused/,
    ],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN self-signed certificate', /not trusted/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES\nnpm error path /x', /not permitted/],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', /do not belong together/],
    ['npm error something else', /could not install/],
  ];
  it.each(outputs)('%s', (output, sentence) => {
    const error = explainNpm({ output });
    expect(error.message).toMatch(sentence);
    expect(error.hint).toBeTruthy();
  });

  it('npm itself is missing', () => {
    expect(explainNpm({ output: '', missing: true }).message).toBe('npm was not found.');
  });
});
