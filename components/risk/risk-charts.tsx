'use client';
import { exactDate, shortDate } from '#lib/client/format-time.ts';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { levelOf } from '#lib/domain/risk/score.ts';
import { API_WORDS } from '../apis/api-words.ts';
import { UNOWNED_WORDS } from '../ownership/unowned-words.ts';
import { BarList } from '../ui/bar-list.tsx';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { ColumnChart } from '../ui/column-chart.tsx';
import { TrendChart } from '../ui/trend-chart.tsx';
import { LEVEL_WORDS, OUTCOME_WORDS } from '../ui/value-words.ts';
import { useZone } from '../ui/zone.tsx';
import { TierMatrix } from './tier-matrix.tsx';

const GAP_WORDS: Readonly<Record<string, string>> = {
  ...API_WORDS,
  'nobody-eligible': UNOWNED_WORDS['nobody-eligible'].label,
};

const SIGN_OFF_TONES = {
  valid: 'allowed',
  expiring: 'medium',
  expired: 'prevented',
  void: 'prevented',
  missing: 'neutral',
} as const;

export function RiskCharts({ risk, isPast }: { risk: RiskDto; isPast: boolean }) {
  const zone = useZone();
  const day = (at: string) => exactDate(Date.parse(at), zone);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <ChartFrame
        title="How the scores are spread"
        description="APIs by risk score, 0 to 100."
        name="risk-distribution"
        table={{
          columns: ['Score', 'APIs'],
          rows: risk.distribution.map((bin) => [`${bin.from} to ${bin.to}`, bin.count]),
        }}
      >
        <ColumnChart
          label="APIs by risk score"
          columns={risk.distribution.map((bin) => ({
            key: String(bin.from),
            label: String(bin.from),
            title: `Risk ${bin.from} to ${bin.to}: ${bin.count} APIs`,
            value: bin.count,
            tone: levelOf(bin.from),
            href: bin.href,
          }))}
        />
      </ChartFrame>
      <ChartFrame
        title="Tier against what the gate says"
        description="Production, APIs that are not retired."
        name="tier-matrix"
        table={{
          columns: ['Tier', 'Gate', 'APIs'],
          rows: risk.matrix.map((cell) => [LEVEL_WORDS[cell.tier], OUTCOME_WORDS[cell.outcome], cell.count]),
        }}
      >
        <TierMatrix cells={risk.matrix} />
      </ChartFrame>
      <ChartFrame
        title="Over half a year"
        description="Average and worst score at the end of each week."
        name="risk-trend"
        table={{
          columns: ['Week', 'Average', 'Worst', 'APIs'],
          rows: risk.trend.map((point) => [day(point.at), point.average, point.worst, point.apis]),
        }}
      >
        <TrendChart
          label="Average and worst risk score over half a year"
          top={100}
          lines={[
            { key: 'worst', label: 'Worst', tone: 'critical' },
            { key: 'average', label: 'Average', tone: 'accent' },
          ]}
          points={risk.trend.map((point) => ({
            at: point.at,
            values: { average: point.average, worst: point.worst },
          }))}
        />
      </ChartFrame>
      <ChartFrame
        title="Sign-offs"
        description="For production."
        name="sign-offs"
        table={{
          columns: ['Sign-off', 'APIs'],
          rows: risk.signOffs.map((row) => [API_WORDS[row.state] ?? row.state, row.count]),
        }}
      >
        <BarList
          label="APIs by sign-off"
          items={risk.signOffs.map((row) => ({
            key: row.state,
            label: API_WORDS[row.state],
            value: row.count,
            href: row.href,
            tone: SIGN_OFF_TONES[row.state],
          }))}
        />
      </ChartFrame>
      <ChartFrame
        title="Ownership gaps"
        description="APIs nobody answers for, by kind."
        name="ownership-gaps"
        table={{
          columns: ['Gap', 'APIs'],
          rows: risk.ownershipGaps.map((gap) => [GAP_WORDS[gap.state] ?? gap.state, gap.count]),
        }}
      >
        <BarList
          label="APIs by ownership gap"
          items={risk.ownershipGaps.map((gap) => ({
            key: gap.state,
            label: GAP_WORDS[gap.state],
            value: gap.count,
            href: gap.href,
            tone: 'high',
          }))}
        />
      </ChartFrame>
      {!isPast && (
        <ChartFrame
          title="Sign-offs running out"
          description="By week, twelve weeks ahead."
          name="expiry-horizon"
          table={{
            columns: ['Week of', 'Sign-offs'],
            rows: risk.expiryHorizon.map((week) => [day(week.weekFrom), week.count]),
          }}
        >
          <ColumnChart
            label="Sign-offs running out by week"
            columns={risk.expiryHorizon.map((week, index) => ({
              key: week.weekFrom,
              label: index % 2 === 0 ? shortDate(Date.parse(week.weekFrom), zone) : '',
              title: `Week of ${day(week.weekFrom)}: ${week.count} sign-offs`,
              value: week.count,
              tone: 'medium',
              href: week.href,
            }))}
          />
        </ChartFrame>
      )}
    </div>
  );
}
