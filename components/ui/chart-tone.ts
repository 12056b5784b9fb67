import type { Tone } from './badge.tsx';

/** Fill of a bar by what it stands for; `accent` where colour means nothing but "this". */
export const BAR_FILL = {
  neutral: 'bg-muted/80',
  accent: 'bg-accent/80',
  low: 'bg-risk-low/80',
  medium: 'bg-risk-medium/80',
  high: 'bg-risk-high/80',
  critical: 'bg-risk-critical/80',
  allowed: 'bg-allowed/80',
  prevented: 'bg-prevented/80',
  awaiting: 'bg-awaiting/80',
  invalid: 'bg-invalid/80',
  excepted: 'bg-excepted/80',
} satisfies Record<Tone, string>;

/** The same colours for what is drawn as SVG or mixed in a style. */
export const INK = {
  neutral: 'var(--muted)',
  accent: 'var(--accent-text)',
  low: 'var(--risk-low)',
  medium: 'var(--risk-medium)',
  high: 'var(--risk-high)',
  critical: 'var(--risk-critical)',
  allowed: 'var(--allowed)',
  prevented: 'var(--prevented)',
  awaiting: 'var(--awaiting)',
  invalid: 'var(--invalid)',
  excepted: 'var(--excepted)',
} satisfies Record<Tone, string>;

/** Share of the largest as a CSS length; what is not nothing is at least visible. */
export function barLength(value: number, largest: number): string {
  if (value <= 0 || largest <= 0) return '0%';
  return `${Math.max(0.75, (value / largest) * 100)}%`;
}

/** The smallest round figure (1, 2 or 5 times a power of ten) that is not below the largest value: top of an axis. */
export function niceTop(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const factor = [1, 2, 5, 10].find((step) => step * power >= largest) ?? 10;
  return factor * power;
}
