/**
 * The script that each page of the portal sends before anything is pressed: `npm run bench -- first-page`. Starts the built
 * product with the demonstration, reads every page as a persona, and adds up (as gzip) the scripts its HTML names, also
 * those that stand in the data of the page. Modern browsers leave out what is marked `nomodule`, and so does this.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { demoPages, signInAsDemo } from './demo-pages.ts';
import { startProduct } from './start-product.ts';

const TARGET_BYTES = 170_000;

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-first-page-'));
const product = await startProduct({ DATABASE_URL: '', GATEHOUSE_DATA: folder, GATEHOUSE_DEMO: '1' });
try {
  await product.answers('/readyz');
  const sent = await measure(product.base);
  for (const { route, bytes } of sent) console.log(`${thousands(bytes).padStart(6)} kB  ${route}`);
  const most = sent[0];
  if (!most) throw new Error('no page was read');
  const isReached = most.bytes <= TARGET_BYTES;
  console.log(
    `script of a first page, at most: ${thousands(most.bytes)} kB gzip on ${most.route}` +
      ` (target ≤ ${TARGET_BYTES / 1000} kB on every route) ${isReached ? 'reached' : 'MISSED'}`,
  );
  process.exitCode = isReached ? 0 : 1;
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Every page of the portal with what it sends, most first. */
async function measure(base: string): Promise<{ route: string; bytes: number }[]> {
  const cookie = await signInAsDemo(base);
  const sizes = new Map<string, number>();
  const sizeOf = async (path: string): Promise<number> => {
    const known = sizes.get(path);
    if (known !== undefined) return known;
    const answer = await fetch(base + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const size = gzipSync(await answer.bytes()).length;
    sizes.set(path, size);
    return size;
  };
  const sent: { route: string; bytes: number }[] = [];
  for (const { route, address } of await demoPages(base, cookie)) {
    const answer = await fetch(base + address, { headers: { cookie } });
    // Some lead on, but none back to the door.
    if (!answer.ok || new URL(answer.url).pathname === '/sign-in')
      throw new Error(`${route}: ${answer.status} at ${answer.url}`);
    const scripts = scriptsOf(await answer.text());
    if (scripts.length === 0) throw new Error(`${route} names no script`);
    let bytes = 0;
    for (const path of scripts) bytes += await sizeOf(path);
    sent.push({ route, bytes });
  }
  return sent.toSorted((a, b) => b.bytes - a.bytes);
}

/** Paths of the scripts a page names, each once. */
function scriptsOf(html: string): string[] {
  const skipped = new Set(
    [...html.matchAll(/<script\b[^>]*>/gi)]
      .map(([tag]) => tag)
      .filter((tag) => /\snomodule\b/i.test(tag))
      .flatMap((tag) => tag.match(/\/_next\/static\/[^"'\\?]+\.js/) ?? []),
  );
  const named = [...html.matchAll(/\/_next\/static\/[^"'\\?\s]+\.js/g)].map(([path]) => path);
  return [...new Set(named)].filter((path) => !skipped.has(path));
}

function thousands(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
