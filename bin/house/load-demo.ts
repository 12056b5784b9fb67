import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface DemoModule {
  /** False when the database held something already and nothing was loaded. */
  loadDemo: (ownerUrl: string, say: (line: string) => void) => Promise<boolean>;
}

const FILE = resolve(import.meta.dirname, '../../db/demo/load-demo.ts');

export async function loadDemoIfAsked(ownerUrl: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(FILE)) return;
  const { loadDemo }: DemoModule = await import(pathToFileURL(FILE).href);
  const begun = performance.now();
  if (await loadDemo(ownerUrl, say)) {
    say(`Loaded the demo organisation in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  }
}
