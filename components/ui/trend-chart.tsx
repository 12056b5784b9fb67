'use client';
import type { PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { exactDate, shortDate } from '#lib/client/format-time.ts';
import type { Tone } from './badge.tsx';
import { INK, niceTop } from './chart-tone.ts';
import { timeTicks } from './time-ticks.ts';
import type { Frame, Scale } from './trend-geometry.ts';
import { nearestIndex, spreadLabels, xOf, yOf } from './trend-geometry.ts';

export interface TrendLine {
  key: string;
  /** Written at the end of the line. */
  label: string;
  tone: Tone;
}

export interface TrendPoint {
  /** ISO time. */
  at: string;
  values: Readonly<Record<string, number>>;
}

interface TrendChartProps {
  /** What it shows and how it goes, in words. */
  label: string;
  lines: readonly TrendLine[];
  /** In the order of time. */
  points: readonly TrendPoint[];
  /** Top of the scale where it is fixed, for example 100 for a score. */
  top?: number;
  height?: number;
}

/** Width before the place on the page is known, in pixels. */
const USUAL_WIDTH = 720;
/** Widest a letter of a label gets, in pixels. */
const LETTER = 7.2;
const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** Values over time, from zero, each line named at its end; the figures of a day under the pointer. */
export function TrendChart({ label, lines, points, top, height = 200 }: TrendChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(200, entry.contentRect.width)),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const moments = points.map((point) => Date.parse(point.at));
  const largest = Math.max(0, ...points.flatMap(({ values }) => lines.map(({ key }) => values[key] ?? 0)));
  const scale: Scale = { from: moments[0] ?? 0, to: moments.at(-1) ?? 0, top: top ?? niceTop(largest) };
  const right = Math.max(...lines.map((line) => line.label.length)) * LETTER + 14;
  const frame: Frame = { width, height, left: 34, right, top: 8, bottom: 22 };
  const x = (moment: number) => xOf(moment, scale, frame);
  const y = (value: number) => yOf(value, scale, frame);
  const ends = spreadLabels(
    lines.map(({ key }) => y(points.at(-1)?.values[key] ?? 0)),
    15,
  );
  const shown = at === null ? undefined : points[at];

  const point = (event: PointerEvent) => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    setAt(nearestIndex(event.clientX - left, moments, scale, frame));
  };
  return (
    <div
      ref={box}
      className="relative"
      style={{ height }}
      onPointerMove={point}
      onPointerLeave={() => setAt(null)}
    >
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        className="block size-full overflow-visible text-12"
      >
        {STEPS.map((share) => (
          <g key={share}>
            <line
              x1={frame.left}
              x2={width - right}
              y1={y(share * scale.top)}
              y2={y(share * scale.top)}
              stroke={share === 0 ? 'var(--control)' : 'var(--line)'}
            />
            {Number.isInteger(share * scale.top) && (
              <text x={frame.left - 8} y={y(share * scale.top)} dy={4} textAnchor="end" fill="var(--muted)">
                {share * scale.top}
              </text>
            )}
          </g>
        ))}
        {timeTicks(scale.from, scale.to, Math.max(2, Math.floor((width - right) / 96))).map((tick) => (
          <text key={tick} x={x(tick)} y={height - 4} textAnchor="middle" fill="var(--muted)">
            {shortDate(tick, 'UTC')}
          </text>
        ))}
        {shown && at !== null && (
          <line
            x1={x(moments[at] ?? 0)}
            x2={x(moments[at] ?? 0)}
            y1={frame.top}
            y2={height - frame.bottom}
            stroke="var(--muted)"
            strokeDasharray="2 3"
          />
        )}
        {lines.map(({ key, label: name, tone }, index) => (
          <g key={key} fill={INK[tone]}>
            <polyline
              points={points
                .map(({ values }, day) => `${x(moments[day] ?? 0)},${y(values[key] ?? 0)}`)
                .join(' ')}
              fill="none"
              stroke={INK[tone]}
              strokeWidth={1.75}
              strokeLinejoin="round"
            />
            <text x={width - right + 8} y={ends[index]} dy={4} fontWeight={500}>
              {name}
            </text>
            {shown && at !== null && <circle cx={x(moments[at] ?? 0)} cy={y(shown.values[key] ?? 0)} r={3} />}
          </g>
        ))}
      </svg>
      {shown && at !== null && (
        <div
          aria-hidden
          className="pointer-events-none absolute top-2 min-w-28 rounded-md bg-raised px-3 py-2 text-12 shadow-float"
          style={
            x(moments[at] ?? 0) > width / 2
              ? { right: width - x(moments[at] ?? 0) + 10 }
              : { left: x(moments[at] ?? 0) + 10 }
          }
        >
          <p className="text-muted">{exactDate(moments[at] ?? 0, 'UTC')}</p>
          {lines.map(({ key, label: name }) => (
            <p key={key} className="flex justify-between gap-4">
              {name} <span className="font-medium">{shown.values[key] ?? '–'}</span>
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
