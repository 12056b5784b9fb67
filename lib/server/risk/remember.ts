import type { Database } from '#db/client.ts';

interface Remembered {
  until: number;
  value: Promise<unknown>;
}

const FOR_MS = 5 * 60_000;
const MOST = 500;
const known = new WeakMap<Database, Map<string, Remembered>>();

/**
 * What is long past does not change: it is looked up once in a while and not with every page. The key says all that the
 * answer depends on. A failure, and an answer that says nothing yet, are not remembered.
 */
export async function remember<Value>(
  db: Database,
  key: string,
  { load, isWorthIt }: { load: () => Promise<Value>; isWorthIt: (value: Value) => boolean },
): Promise<Value> {
  const ours = known.get(db) ?? new Map<string, Remembered>();
  known.set(db, ours);
  const found = ours.get(key);
  if (found && found.until > Date.now()) return (await found.value) as Value;
  const value = load();
  ours.delete(key);
  ours.set(key, { until: Date.now() + FOR_MS, value });
  if (ours.size > MOST) ours.delete(ours.keys().next().value!);
  try {
    const loaded = await value;
    if (!isWorthIt(loaded)) ours.delete(key);
    return loaded;
  } catch (error) {
    ours.delete(key);
    throw error;
  }
}
