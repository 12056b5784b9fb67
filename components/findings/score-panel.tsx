'use client';
import { exactDate } from '#lib/client/format-time.ts';
import { formatCount } from '#lib/client/format-number.ts';
import type { ListPage } from '#lib/client/list-pages.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RevisionDto, ScoreDto } from '#lib/domain/revisions/dto.ts';
import type { OwaspCategory } from '#lib/domain/words.ts';
import { useApi } from '../apis/use-api.ts';
import { BarList } from '../ui/bar-list.tsx';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { TrendChart } from '../ui/trend-chart.tsx';
import { useZone } from '../ui/zone.tsx';
import { FINDING_WORDS } from './finding-words.ts';

/** Points of a category below which it deserves a look, and below which it is bad. */
const FAIR = 80;
const POOR = 50;

const toneOf = (points: number) => (points < POOR ? 'prevented' : points < FAIR ? 'medium' : 'allowed');

const nameOf = (category: OwaspCategory) => FINDING_WORDS[category] ?? category;

/** The score as it is reckoned, in figures that add up. */
function sumOf({ categories, score }: ScoreDto): string {
  const weights = categories.reduce((sum, { weight }) => sum + weight, 0);
  const mean = categories.reduce((sum, { weight, points }) => sum + weight * points, 0) / weights;
  const worst = categories.reduce((low, one) => (one.points < low.points ? one : low));
  return worst.points === 100
    ? 'No category has lost a point.'
    : `Mean by consequence ${mean.toFixed(1)}, worst ${worst.points.toFixed(1)} (${nameOf(worst.category)}): half-way between them is ${score}.`;
}

function Categories({ slug, score: result }: { slug: string; score: ScoreDto }) {
  const { score, grade, ruleSet, categories, terms } = result;
  return (
    <ChartFrame
      title={`Score ${score}, grade ${grade}`}
      description={`Points left in each category of the OWASP API Security Top 10, by the rules ${ruleSet}. ${sumOf(result)}`}
      name="score-of-description"
      table={{
        columns: ['Rule', 'Category', 'Places', 'Of', 'Weight', 'Demerits'],
        rows: terms.map((term) => [
          term.title,
          nameOf(term.category),
          formatCount(term.count),
          formatCount(term.denominator),
          term.weight,
          term.demerits.toFixed(1),
        ]),
      }}
    >
      <BarList
        label="Points left in each category"
        scale={100}
        items={categories.map(({ category, points }) => ({
          key: category,
          label: nameOf(category),
          href: points < 100 ? `/apis/${slug}/findings?owasp=${category}` : null,
          value: points,
          shown: points.toFixed(0),
          tone: toneOf(points),
        }))}
      />
    </ChartFrame>
  );
}

/** A revision that was never scanned has no score, and one alone makes no line. */
function OverRevisions({ revisions }: { revisions: readonly RevisionDto[] }) {
  const zone = useZone();
  const scored = revisions
    .flatMap(({ number, uploadedAt, version, scan }) =>
      scan.score === null ? [] : [{ number, at: uploadedAt, version, score: scan.score, grade: scan.grade }],
    )
    .toSorted((a, b) => a.number - b.number);
  if (scored.length < 2) return null;
  return (
    <ChartFrame
      title="Score over the revisions"
      description="As scanned when each was uploaded, or scanned again since."
      name="score-over-revisions"
      table={{
        columns: ['Uploaded', 'Revision', 'Version', 'Score', 'Grade'],
        rows: scored.map(({ at, number, version, score, grade }) => [
          exactDate(Date.parse(at), zone),
          number,
          version,
          score,
          grade ?? '',
        ]),
      }}
    >
      <TrendChart
        label="Score of the description over its revisions"
        top={100}
        lines={[{ key: 'score', label: `Score ${scored.at(-1)?.score}`, tone: 'accent' }]}
        points={scored.map(({ at, score }) => ({ at, values: { score } }))}
      />
    </ChartFrame>
  );
}

/** How the score of the newest description comes about, and how it went. */
export function ScorePanel({ slug }: { slug: string }) {
  const revision = useApi(slug)?.latestRevision?.id;
  const options = { isEnabled: Boolean(revision) };
  const { data: score } = useAnswer<ScoreDto>(`/apis/${slug}/revisions/${revision}/score`, '', options);
  const { data: revisions } = useAnswer<ListPage<RevisionDto>>(
    `/apis/${slug}/revisions`,
    'limit=50',
    options,
  );
  if (!score) return null;
  return (
    <div className="mt-6 grid gap-5 lg:grid-cols-2">
      <Categories slug={slug} score={score} />
      {revisions && <OverRevisions revisions={revisions.items} />}
    </div>
  );
}
