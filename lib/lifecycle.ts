/** Where the server stands. `starting` answers 503, `draining` finishes what has begun and takes nothing new. */
export type Phase = 'starting' | 'ready' | 'draining';

interface Lifecycle {
  phase: Phase;
  closers: Map<string, () => Promise<void>>;
}

// The entry point and the route bundles load this file separately; the process has one life.
const holder = globalThis as typeof globalThis & { gatehouseLifecycle?: Lifecycle };
const life: Lifecycle = (holder.gatehouseLifecycle ??= { phase: 'starting', closers: new Map() });

export const phase = (): Phase => life.phase;

export function enterPhase(next: Phase): void {
  life.phase = next;
}

/** Registers what is closed after the last answer and before the database stops; a name registered again replaces its closer. */
export function onShutdown(name: string, close: () => Promise<void>): void {
  life.closers.set(name, close);
}

/** Closes everything registered, newest first, one failure not keeping the others open. Returns what failed. */
export async function closeAll(): Promise<Error[]> {
  const failures: Error[] = [];
  for (const [name, close] of [...life.closers].reverse()) {
    try {
      await close();
    } catch (error) {
      failures.push(new Error(`closing ${name} failed`, { cause: error }));
    }
  }
  life.closers.clear();
  return failures;
}
