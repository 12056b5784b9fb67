import { connection, useConnection } from '../database.ts';

const UNDO = new Error('undo');

/**
 * What `work` changes is seen inside it and gone afterwards, so that the next one finds everything as it was. Can be
 * nested. The requests inside share one connection: they come one after the other.
 */
export async function undone<Result>(work: () => Promise<Result>): Promise<Result> {
  const outer = connection();
  let result: { of: Result } | undefined;
  try {
    await outer.db.transaction(async (tx) => {
      useConnection({ ...outer, db: tx });
      result = { of: await work() };
      throw UNDO;
    });
  } catch (error) {
    if (error !== UNDO) throw error;
  } finally {
    useConnection(outer);
  }
  if (!result) throw new Error('undone work came to no end');
  return result.of;
}
