import { sql } from 'drizzle-orm';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import type { Queryable } from '#db/client.ts';
import { notFound } from '../http/problem.ts';
import { FINDING_COLUMNS, NEWEST_PLACE, toFindingDto } from './finding-row.ts';
import type { FindingRow } from './finding-row.ts';

/** A finding with where it stands in the newest revision that has it. */
export async function getFinding(db: Queryable, id: string): Promise<FindingDto> {
  const { rows } =
    await db.execute<FindingRow>(sql`SELECT ${FINDING_COLUMNS} FROM findings f JOIN apis a ON a.id = f.api_id
    ${NEWEST_PLACE}
    WHERE f.id = ${id}`);
  if (!rows[0]) throw notFound(`finding ${id}`);
  return toFindingDto(rows[0]);
}
