'use client';
import { Suspense, lazy } from 'react';
import type { Tone } from './badge.tsx';
import { Skeleton } from './skeleton.tsx';

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

export interface TrendChartProps {
  label: string;
  lines: readonly TrendLine[];
  points: readonly TrendPoint[];
  /** Top of the scale where it is fixed, for example 100 for a score. */
  top?: number;
  height?: number;
}

// The drawing library is larger than the rest of a page together: it loads after the page, and only where there is a trend.
const Drawing = lazy(async () => ({
  default: (await import('./trend-chart-drawing.tsx')).TrendChartDrawing,
}));

/** Values over time, from zero, each line named at its end. */
export function TrendChart(props: TrendChartProps) {
  const height = props.height ?? 200;
  return (
    <div role="img" aria-label={props.label} style={{ height }}>
      <Suspense fallback={<Skeleton className="h-full!" />}>
        <Drawing {...props} height={height} />
      </Suspense>
    </div>
  );
}
