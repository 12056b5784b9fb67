import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { toBackstageCatalog } from '#lib/domain/backstage/catalog.ts';
import type {
  BackstageEntity,
  CatalogApi,
  CatalogApplication,
  CatalogPerson,
  CatalogTeam,
} from '#lib/domain/backstage/catalog.ts';
import type { Ctx } from '../context.ts';
import { streamResponse } from '../http/stream-response.ts';
import { printCatalog } from './print-catalog.ts';

const inflate = promisify(gunzip);
/** APIs in memory at a time, with their descriptions. */
const BATCH = 50;

/** The whole catalogue as `catalog-info.yaml`, streamed: descriptions are read a few at a time. */
export async function exportCatalog(ctx: Ctx): Promise<Response> {
  return streamResponse('catalog-info.yaml', 'application/yaml', print(ctx));
}

async function* print(ctx: Ctx): AsyncGenerator<string> {
  const frame = await loadFrame(ctx);
  yield* printCatalog(toBackstageCatalog({ ...frame, apis: [] }));
  let placeholder: BackstageEntity | undefined;
  for await (const apis of batches(ctx)) {
    for (const entity of toBackstageCatalog({ ...frame, apis })) {
      if (entity.kind === 'API') yield* printCatalog([entity]);
      if (entity.kind === 'Group' && entity.spec.type === 'placeholder') placeholder = entity;
    }
  }
  const isPrinted = frame.applications.some((application) => application.team === null);
  if (placeholder && !isPrinted) yield* printCatalog([placeholder]);
}

interface Frame {
  portal: string;
  teams: CatalogTeam[];
  people: CatalogPerson[];
  applications: CatalogApplication[];
}

async function loadFrame(ctx: Ctx): Promise<Frame> {
  const [teams, people, applications] = await Promise.all([
    ctx.db.execute<CatalogTeam & Record<string, unknown>>(sql`
      SELECT t.slug, t.name, (SELECT p.slug FROM teams p WHERE p.id = t.parent_id) AS parent,
        ARRAY(SELECT p.email FROM memberships m JOIN people p ON p.id = m.person_id WHERE m.team_id = t.id AND p.active ORDER BY p.email) AS members
      FROM teams t ORDER BY t.path`),
    ctx.db.execute<CatalogPerson & Record<string, unknown>>(
      sql`SELECT email, name FROM people WHERE active ORDER BY email`,
    ),
    ctx.db.execute<CatalogApplication & Record<string, unknown>>(sql`
      SELECT p.slug, p.name, p.description, (SELECT t.slug FROM teams t WHERE t.id = p.team_id) AS team FROM applications p ORDER BY p.slug`),
  ]);
  return { portal: ctx.baseUrl, teams: teams.rows, people: people.rows, applications: applications.rows };
}

type ApiRow = Omit<CatalogApi, 'definition'> & Record<string, unknown> & { gzip: Buffer | null };

async function* batches(ctx: Ctx): AsyncGenerator<CatalogApi[]> {
  for (let after = ''; ;) {
    const { rows } = await ctx.db.execute<ApiRow>(sql`
      SELECT a.slug, a.name, a.description, a.kind, a.lifecycle, a.exposure, a.data_class AS "dataClass", a.criticality, a.tier,
        t.slug AS team, p.slug AS application, a.tags, a.repository, c.gzip
      FROM apis a LEFT JOIN teams t ON t.id = a.owner_team_id LEFT JOIN applications p ON p.id = a.application_id
        LEFT JOIN revisions v ON v.id = a.latest_revision_id LEFT JOIN revision_contents c ON c.digest = v.digest
      WHERE a.slug > ${after} ORDER BY a.slug LIMIT ${BATCH}`);
    if (rows.length === 0) return;
    yield await Promise.all(
      rows.map(async ({ gzip, ...api }) => ({
        ...api,
        definition: gzip ? (await inflate(gzip)).toString('utf8') : null,
      })),
    );
    after = rows.at(-1)!.slug;
  }
}
