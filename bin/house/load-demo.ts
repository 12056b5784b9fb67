import { connect } from '#db/client.ts';

/** Analysing and writing a whole company takes longer than a request may. */
const PATIENCE_MS = 120_000;

/** True when it was loaded now; false when the database held something already. Needs `publishEnv`. */
export async function loadDemoIfAsked(ownerUrl: string, say: (line: string) => void): Promise<boolean> {
  const { DatabaseNotEmpty, loadDemo } = await import('#lib/server/demo/load-demo.ts');
  const connection = connect(ownerUrl, { max: 1, statementTimeoutMs: PATIENCE_MS });
  const begun = performance.now();
  try {
    await loadDemo(connection.db, { now: new Date() });
  } catch (error) {
    if (error instanceof DatabaseNotEmpty) return false;
    throw error;
  } finally {
    await connection.close();
  }
  say(`Loaded the demo organisation in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  return true;
}
