import { eq } from 'drizzle-orm';
import { findings, revisionFindings } from '#db/schema/revisions.ts';
import type { ExcerptsDto, TextMarkDto, TextWindowDto } from '#lib/domain/revisions/text-dto.ts';
import { RULES } from '#lib/domain/scan/rules.ts';
import type { FindingState, Severity } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { excerptsInWorker, marksOf, textPartInWorker } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import type { MarkedText } from '../descriptions/mark-text.ts';
import { invalid } from '../http/problem.ts';
import { loadContent } from './load-content.ts';

export interface TextQuery {
  from: number;
  lines: number;
  pointer?: string | undefined;
  find?: string | undefined;
  /** Of the marks. */
  severity?: Severity[] | undefined;
}

/** What each rule says by itself. */
const TOLD = new Map(RULES.map(({ id, title, fix }) => [id, { rule: id, title, fix }]));

/** Marks shown at one line: the worst, where a line has more. */
const MOST_AT_LINE = 10;

/** Some lines of a revision, with what the scanner finds in them. */
export async function readText(
  ctx: Ctx,
  slug: string,
  which: string,
  query: TextQuery,
): Promise<TextWindowDto> {
  if (query.pointer !== undefined && query.find !== undefined)
    throw invalid('/find', 'Look for a pointer or for a text, not for both.');
  const { revision, content } = await loadContent(ctx.db, slug, which);
  const [marked, part, stored] = await Promise.all([
    marksOf(content, revision.digest).catch(descriptionProblem),
    textPartInWorker(content, query).catch(descriptionProblem),
    storedFindings(ctx, revision.id),
  ]);
  if (query.from > marked.totalLines)
    throw invalid('/from', `The text has ${marked.totalLines} lines; this would begin behind them.`);
  const wanted = query.severity?.length ? onlyOf(marked, query.severity) : marked;
  return {
    revision: revision.id,
    totalLines: marked.totalLines,
    isIndented: marked.isIndented,
    ...part,
    ...marksWithin(wanted, part.from, part.from + part.lines.length - 1, stored),
  };
}

/** The lines around some pointers. */
export async function readExcerpts(
  ctx: Ctx,
  slug: string,
  which: string,
  pointers: readonly string[],
): Promise<ExcerptsDto> {
  if (pointers.length === 0) throw invalid('/pointer', 'Name at least one pointer.');
  const { content } = await loadContent(ctx.db, slug, which);
  return excerptsInWorker(content, pointers).catch(descriptionProblem);
}

type Stored = ReadonlyMap<string, { id: string; state: FindingState }>;

async function storedFindings(ctx: Ctx, revisionId: string): Promise<Stored> {
  const rows = await ctx.db
    .select({ fingerprint: findings.fingerprint, id: findings.id, state: findings.state })
    .from(revisionFindings)
    .innerJoin(findings, eq(findings.id, revisionFindings.findingId))
    .where(eq(revisionFindings.revisionId, revisionId));
  return new Map(rows.map(({ fingerprint, ...rest }) => [fingerprint, rest]));
}

const onlyOf = ({ marks, causes, ...rest }: MarkedText, severities: readonly Severity[]): MarkedText => ({
  ...rest,
  causes,
  marks: marks.filter(([, index]) => severities.includes(causes[index]!.severity)),
});

function marksWithin(
  { marks, causes, rules }: MarkedText,
  from: number,
  to: number,
  stored: Stored,
): Pick<TextWindowDto, 'marks' | 'markedLines' | 'previousMark' | 'nextMark'> {
  const within: TextMarkDto[] = [];
  let markedLines = 0;
  let previousMark: number | null = null;
  let nextMark: number | null = null;
  let last = 0;
  let atLine = 0;
  for (const [line, index, fired] of marks) {
    if (line !== last) {
      markedLines += 1;
      atLine = 0;
      last = line;
      if (line < from) previousMark = line;
      else if (line > to) nextMark ??= line;
    }
    atLine += 1;
    if (line < from || line > to || atLine > MOST_AT_LINE) continue;
    const { fingerprint, rule, severity, title } = causes[index]!;
    const known = stored.get(fingerprint);
    within.push({
      line,
      rule,
      severity,
      title,
      ...(fired >= 0 && { missing: rules[fired]!.flatMap((id) => TOLD.get(id) ?? []) }),
      ...(known && { findingId: known.id, state: known.state }),
    });
  }
  return { marks: within, markedLines, previousMark, nextMark };
}
