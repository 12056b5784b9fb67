import { shortDate } from '#lib/client/format-time.ts';
import { OUTCOMES, TIERS } from '#lib/domain/words.ts';
import { BarList } from '#components/ui/bar-list.tsx';
import { ChartFrame } from '#components/ui/chart-frame.tsx';
import { ColumnChart } from '#components/ui/column-chart.tsx';
import { MatrixHeat } from '#components/ui/matrix-heat.tsx';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { Section } from '#components/ui/section.tsx';
import { Stat, StatRow } from '#components/ui/stat.tsx';
import { TierBadge } from '#components/ui/tier-badge.tsx';
import { TrendChart } from '#components/ui/trend-chart.tsx';
import { levelOf } from '#lib/domain/risk/score.ts';

const BINS = [214, 180, 166, 121, 98, 77, 41, 29, 12, 4];
const COLUMNS = BINS.map(
  (value, index) =>
    ({
      key: String(index),
      label: index === 9 ? '90+' : String(index * 10),
      title: `Risk ${index * 10} to ${index === 9 ? 100 : index * 10 + 9}: ${value} APIs`,
      value,
      tone: levelOf(index * 10),
      href: `/apis?riskMin=${index * 10}`,
    }) as const,
);
const WEEKS = [2, 0, 5, 1, 9, 3, 0, 14, 2, 1, 0, 6].map((value, index) => ({
  key: String(index),
  label: index % 2 === 0 ? shortDate(Date.UTC(2026, 10, 23 + index * 7), 'UTC') : '',
  title: `${value} sign-offs run out in this week`,
  value,
  tone: index < 4 ? ('medium' as const) : ('neutral' as const),
}));
const CELLS = TIERS.flatMap((row, r) =>
  OUTCOMES.map((column, c) => ({
    row,
    column,
    count: (r * 31 + c * 57 + 12) % 90 === 0 ? 0 : (r * 31 + c * 57 + 12) % 90,
    href: '/apis',
  })),
);
const TEAMS = [
  ['Payments', 91, 'critical'],
  ['Customer identity', 74, 'high'],
  ['Cards and tokenisation for partners', 66, 'high'],
  ['Ledger', 38, 'medium'],
  ['Lending', 12, 'low'],
] as const;
const POINTS = Array.from({ length: 52 }, (_, week) => ({
  at: new Date(Date.UTC(2025, 10, 24) + week * 604_800_000).toISOString(),
  values: {
    worst: Math.round(86 - week * 0.3 + 6 * Math.sin(week / 3)),
    average: Math.round(44 - week * 0.2 + 3 * Math.cos(week / 4)),
  },
}));

export function ChartSamples() {
  return (
    <Section title="Figures and charts" frame="none">
      <div className="space-y-4">
        <StatRow label="Risk in figures">
          <Stat label="APIs" value={1204} before={1187} moreIs="neutral" href="/apis" />
          <Stat label="Critical risk" value={16} before={21} href="/apis" />
          <Stat label="Unowned" value={17} before={12} href="/apis" />
          <Stat label="Without sign-off" value={261} before={261} href="/apis" />
          <Stat label="Blocked" value={31} before={28} href="/apis" />
          <Stat label="Blocking findings" value={88} before={null} href="/apis" />
        </StatRow>
        <div className="grid gap-4 lg:grid-cols-2">
          <ChartFrame
            title="Risk"
            description="APIs by score today; 100 is worst."
            name="risk"
            table={{
              columns: ['Score', 'APIs'],
              rows: BINS.map((value, index) => [`${index * 10} to ${index * 10 + 9}`, value]),
            }}
          >
            <ColumnChart label="APIs by risk score" columns={COLUMNS} />
          </ChartFrame>
          <ChartFrame
            title="Sign-offs running out"
            description="By week, twelve weeks ahead."
            name="horizon"
            table={{ columns: ['Week', 'Sign-offs'], rows: WEEKS.map(({ label, value }) => [label, value]) }}
          >
            <ColumnChart label="Sign-offs running out by week" columns={WEEKS} />
          </ChartFrame>
          <ChartFrame
            title="Tier and gate"
            description="APIs by tier and by what production says."
            name="matrix"
            table={{
              columns: ['Tier', ...OUTCOMES],
              rows: TIERS.map((tier) => [
                tier,
                ...CELLS.filter(({ row }) => row === tier).map(({ count }) => count),
              ]),
            }}
          >
            <MatrixHeat
              label="APIs by tier and outcome"
              rows={[...TIERS]
                .reverse()
                .map((tier) => ({ key: tier, label: <TierBadge tier={tier} plain /> }))}
              columns={OUTCOMES.map((outcome) => ({
                key: outcome,
                tone: outcome,
                label: <OutcomeBadge outcome={outcome} plain />,
              }))}
              cells={CELLS}
            />
          </ChartFrame>
          <ChartFrame
            title="Worst teams"
            description="Highest score in the subtree."
            name="teams"
            table={{ columns: ['Team', 'Score'], rows: TEAMS.map(([team, score]) => [team, score]) }}
          >
            <BarList
              label="Worst teams"
              scale={100}
              items={TEAMS.map(([label, value, tone]) => ({
                key: label,
                label,
                value,
                tone,
                href: '/teams',
              }))}
            />
          </ChartFrame>
          <ChartFrame
            className="lg:col-span-2"
            title="A year of risk"
            description="Worst and average score of all APIs."
            name="trend"
            table={{
              columns: ['Week', 'Worst', 'Average'],
              rows: POINTS.map(({ at, values }) => [at.slice(0, 10), values.worst, values.average]),
            }}
          >
            <TrendChart
              label="Worst score fell from 86 to 69, the average from 47 to 34"
              top={100}
              lines={[
                { key: 'worst', label: 'Worst', tone: 'critical' },
                { key: 'average', label: 'Average', tone: 'accent' },
              ]}
              points={POINTS}
            />
          </ChartFrame>
        </div>
      </div>
    </Section>
  );
}
