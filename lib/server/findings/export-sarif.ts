import { sql } from 'drizzle-orm';
import { toSarif } from '#lib/domain/findings/to-sarif.ts';
import { OWN_SOURCE } from '#lib/domain/words.ts';
import { loadApi } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { positionsInWorker } from '../descriptions/analysis-pool.ts';
import { familyOfMediaType } from '../descriptions/media-types.ts';
import type { TextFamily } from '../descriptions/media-types.ts';
import { findContent } from '../revisions/find-content.ts';
import { FINDING_COLUMNS, SEVERITY_ORDER, toFindingDto } from './finding-row.ts';
import type { FindingRow } from './finding-row.ts';

/** More than any reader of SARIF takes; the severe ones come first. */
const MAX_EXPORTED = 25_000;

const SUFFIXES: Readonly<Record<TextFamily, string>> = {
  json: 'json',
  yaml: 'yaml',
  graphql: 'graphql',
  protobuf: 'proto',
  unknown: 'yaml',
};

interface ExportedRow extends FindingRow {
  /** Reason of the exception that is in force for the finding. */
  excused_because: string | null;
}

export async function exportSarif(ctx: Ctx, slug: string): Promise<Response> {
  const { api } = await loadApi(ctx.db, slug);
  const { rows } = await ctx.db
    .execute<ExportedRow>(sql`SELECT ${FINDING_COLUMNS}, (SELECT x.reason FROM exceptions x WHERE x.finding_id = f.id
      AND x.step = 'approved' AND x.expires_at > ${ctx.now.toISOString()}::timestamptz ORDER BY x.expires_at DESC LIMIT 1) AS excused_because
    FROM findings f JOIN apis a ON a.id = f.api_id
    LEFT JOIN revision_findings rf ON rf.finding_id = f.id AND rf.revision_id = ${api.latestRevisionId}
    WHERE f.api_id = ${api.id} AND f.state <> 'fixed' ORDER BY ${SEVERITY_ORDER}, f.id LIMIT ${MAX_EXPORTED}`);
  const found = rows.map((row) => ({ ...toFindingDto(row), excusedBecause: row.excused_because }));
  const content = api.latestRevisionId
    ? await findContent(ctx.db, { apiId: api.id, revisionId: api.latestRevisionId })
    : null;
  const own = found.filter(({ source }) => source === OWN_SOURCE).flatMap(({ pointers }) => pointers);
  const log = toSarif(found, {
    portal: ctx.baseUrl,
    version: '1',
    api: slug,
    artifact: `${slug}.${content ? SUFFIXES[familyOfMediaType(content.mediaType)] : 'yaml'}`,
    positions: new Map(content ? await positionsInWorker(content, own) : []),
  });
  return new Response(JSON.stringify(log), {
    headers: {
      'content-type': 'application/sarif+json',
      'content-disposition': `attachment; filename="${slug}.sarif"`,
    },
  });
}
