/** Parts of the project, each with the parts it may import beside itself. */
export const ARROWS = {
  /** Pure rules and words. */
  domain: [],
  /** Settings, log and life of the process. */
  house: [],
  db: ['domain', 'house'],
  server: ['domain', 'house', 'db'],
  client: ['domain'],
  components: ['domain', 'client'],
  app: ['domain', 'house', 'server', 'client', 'components'],
  /** Entry points. */
  bin: ['domain', 'house', 'db', 'server'],
  bench: ['domain', 'house', 'db', 'server'],
  e2e: ['domain', 'house', 'db', 'server', 'client'],
} as const satisfies Record<string, readonly string[]>;

export type Zone = keyof typeof ARROWS;

const FOLDERS: readonly [string, Zone][] = [
  ['lib/domain/', 'domain'],
  ['lib/server/', 'server'],
  ['lib/client/', 'client'],
  ['lib/', 'house'],
  ['db/', 'db'],
  ['components/', 'components'],
  ['app/', 'app'],
  ['proxy.ts', 'app'],
  ['bin/', 'bin'],
  ['bench/', 'bench'],
  ['e2e/', 'e2e'],
];

/** Null for configuration files of tools. */
export function zoneOf(path: string): Zone | null {
  return FOLDERS.find(([folder]) => path.startsWith(folder))?.[1] ?? null;
}

export function mayImport(from: Zone, to: Zone): boolean {
  const allowed: readonly Zone[] = ARROWS[from];
  return from === to || allowed.includes(to);
}
