'use client';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { exactDate, shortDate } from '#lib/client/format-time.ts';
import { INK, niceTop } from './chart-tone.ts';
import type { TrendChartProps, TrendLine } from './trend-chart.tsx';
import { timeTicks } from './time-ticks.ts';
import { useZone } from './zone.tsx';

const AXIS = { fontSize: 12, fill: 'var(--muted)' };

/** Writes the name of a line at its last point. */
function endLabel(line: TrendLine, last: number) {
  return function EndLabel({ x, y, index }: { x?: number | string; y?: number | string; index?: number }) {
    if (index !== last) return null;
    return (
      <text x={Number(x) + 8} y={Number(y)} dy={4} fontSize={12} fontWeight={500} fill={INK[line.tone]}>
        {line.label}
      </text>
    );
  };
}

interface TooltipRow {
  dataKey?: unknown;
  value?: unknown;
}

export function TrendChartDrawing({ lines, points, top, height = 200 }: TrendChartProps) {
  const zone = useZone();
  const data = points.map(({ at, values }) => ({ at: Date.parse(at), ...values }));
  const largest = Math.max(0, ...points.flatMap(({ values }) => lines.map(({ key }) => values[key] ?? 0)));
  const longest = Math.max(...lines.map(({ label }) => label.length));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={data} margin={{ top: 8, right: longest * 7 + 16, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          ticks={timeTicks(data[0]?.at ?? 0, data.at(-1)?.at ?? 0, 7)}
          tickFormatter={(at: number) => shortDate(at, 'UTC')}
          tick={AXIS}
          tickLine={false}
          stroke="var(--control)"
          minTickGap={24}
        />
        <YAxis
          domain={[0, top ?? niceTop(largest)]}
          tick={AXIS}
          tickLine={false}
          axisLine={false}
          width={36}
          tickCount={5}
          allowDecimals={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--muted)', strokeDasharray: '2 3' }}
          content={({ active, payload, label }) =>
            active && (
              <div className="rounded-md bg-raised px-3 py-2 text-12 shadow-float">
                <p className="text-muted">{exactDate(Number(label), zone)}</p>
                {(payload as readonly TooltipRow[]).map((row) => (
                  <p key={String(row.dataKey)} className="flex justify-between gap-4">
                    {lines.find(({ key }) => key === row.dataKey)?.label}
                    <span className="font-medium">{String(row.value)}</span>
                  </p>
                ))}
              </div>
            )
          }
        />
        {lines.map((line) => (
          <Line
            key={line.key}
            dataKey={line.key}
            stroke={INK[line.tone]}
            strokeWidth={1.75}
            dot={false}
            activeDot={{ r: 3 }}
            isAnimationActive={false}
            label={endLabel(line, data.length - 1)}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
