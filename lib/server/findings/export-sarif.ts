import { sql } from 'drizzle-orm';
import { toSarif } from '#lib/domain/findings/to-sarif.ts';
import { loadApi } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { FINDING_COLUMNS, SEVERITY_ORDER, toFindingDto } from './finding-row.ts';
import type { FindingRow } from './finding-row.ts';

/** More than any reader of SARIF takes; the severe ones come first. */
const MAX_EXPORTED = 25_000;

export async function exportSarif(ctx: Ctx, slug: string): Promise<Response> {
  const { api } = await loadApi(ctx.db, slug);
  const { rows } = await ctx.db
    .execute<FindingRow>(sql`SELECT ${FINDING_COLUMNS} FROM findings f JOIN apis a ON a.id = f.api_id
    LEFT JOIN revision_findings rf ON rf.finding_id = f.id AND rf.revision_id = ${api.latestRevisionId}
    WHERE f.api_id = ${api.id} AND f.state <> 'fixed' ORDER BY ${SEVERITY_ORDER}, f.id LIMIT ${MAX_EXPORTED}`);
  const log = toSarif(rows.map(toFindingDto), {
    portal: ctx.baseUrl,
    version: '1',
    api: slug,
    artifact: `${slug}.yaml`,
  });
  return new Response(JSON.stringify(log), {
    headers: {
      'content-type': 'application/sarif+json',
      'content-disposition': `attachment; filename="${slug}.sarif"`,
    },
  });
}
