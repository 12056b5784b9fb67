import { sparklinePoints } from './sparkline-path.ts';

interface SparklineProps {
  values: readonly number[];
  /** What it shows and how it ends, in words: a picture this small needs them. */
  label: string;
  width?: number;
  height?: number;
}

/** The shape of a series, from zero, small enough for a cell. */
export function Sparkline({ values, label, width = 72, height = 18 }: SparklineProps) {
  const points = sparklinePoints(values, width - 4, height - 4);
  const last = points.split(' ').at(-1)?.split(',') ?? [];
  return (
    <svg
      role="img"
      aria-label={label}
      data-tip={label}
      width={width}
      height={height}
      className="shrink-0 overflow-visible text-muted"
    >
      <g transform="translate(2 2)">
        <polyline
          points={points}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.25}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        {last.length === 2 && <circle cx={last[0]} cy={last[1]} r={2} fill="var(--accent-text)" />}
      </g>
    </svg>
  );
}
