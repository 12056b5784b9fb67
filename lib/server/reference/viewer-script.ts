import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = join(process.cwd(), 'node_modules/@scalar/api-reference/dist/browser/standalone.js');

/** The validator in it tries whether it may compile code, which our policy refuses: it is told beforehand. */
const WITHOUT_COMPILING = Buffer.from('globalThis.__zod_globalConfig={jitless:true};\n');

let script: Promise<Buffer> | null = null;

/** The viewer as its package brings it, served by us: no other host is asked for it. */
export async function viewerScript(): Promise<Response> {
  script ??= readFile(FILE).then((viewer) => Buffer.concat([WITHOUT_COMPILING, viewer]));
  return new Response(new Uint8Array(await script), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  });
}
