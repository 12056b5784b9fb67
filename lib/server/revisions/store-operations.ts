import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import type { OperationInfo } from '#lib/domain/description/types.ts';

/** One statement however many there are: a description may have tens of thousands. */
export async function storeOperations(
  tx: Transaction,
  revisionId: string,
  operations: OperationInfo[],
): Promise<void> {
  if (operations.length === 0) return;
  await tx.execute(sql`
    INSERT INTO operations (revision_id, position, key, method, path, operation_id, summary, tags, deprecated, authenticated, security, pointer)
    SELECT ${revisionId}, o.position, o.key, o.method, o.path, o."operationId", left(o.summary, 1000),
      ARRAY(SELECT jsonb_array_elements_text(o.tags)), o.deprecated, o.authenticated, ARRAY(SELECT jsonb_array_elements_text(o.security)), o.pointer
    FROM jsonb_to_recordset(${JSON.stringify(operations.map((one, position) => ({ ...one, position })))}::jsonb)
      AS o (position int, key text, method text, path text, "operationId" text, summary text, tags jsonb, deprecated boolean,
        authenticated boolean, security jsonb, pointer text)`);
}
