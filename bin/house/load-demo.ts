import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface DemoModule {
  /** False when the database held something already and nothing was loaded. */
  loadDemo: (ownerUrl: string, say: (line: string) => void) => Promise<boolean>;
}

const FILE = resolve(import.meta.dirname, '../../db/demo/load-demo.ts');

/** True when it was loaded now. */
export async function loadDemoIfAsked(ownerUrl: string, say: (line: string) => void): Promise<boolean> {
  if (!existsSync(FILE)) return false;
  const { loadDemo }: DemoModule = await import(pathToFileURL(FILE).href);
  const begun = performance.now();
  const isLoaded = await loadDemo(ownerUrl, say);
  if (isLoaded) say(`Loaded the demo organisation in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  return isLoaded;
}
