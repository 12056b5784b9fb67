import type { RiskLevel } from '#lib/domain/words.ts';
import { cx } from './class-names.ts';

const LEVELS = {
  low: { word: 'low', text: 'text-risk-low', bar: 'bg-risk-low' },
  medium: { word: 'medium', text: 'text-risk-medium', bar: 'bg-risk-medium' },
  high: { word: 'high', text: 'text-risk-high', bar: 'bg-risk-high' },
  critical: { word: 'critical', text: 'text-risk-critical', bar: 'bg-risk-critical' },
} satisfies Record<RiskLevel, { word: string; text: string; bar: string }>;

interface RiskFigureProps {
  /** 0 to 100, higher is worse. */
  score: number;
  level: RiskLevel;
  /** `lg` is for the head of a page: the figure large, the word beside it. */
  size?: 'md' | 'lg';
}

/** A risk score: the figure, a bar on a fixed scale, and the level in words. */
export function RiskFigure({ score, level, size = 'md' }: RiskFigureProps) {
  const { word, text, bar } = LEVELS[level];
  const isLarge = size === 'lg';
  return (
    <span
      className="inline-flex items-center gap-2"
      data-tip={isLarge ? undefined : `Risk ${score} of 100, ${word}`}
    >
      <span
        className={cx(
          'text-right font-semibold',
          text,
          isLarge ? 'text-28' : 'min-w-6 text-13 whitespace-nowrap',
        )}
      >
        {score}
      </span>
      <span
        className={cx('relative overflow-hidden rounded-full bg-active', isLarge ? 'h-1.5 w-24' : 'h-1 w-12')}
        aria-hidden
      >
        <span
          className={cx('absolute inset-y-0 left-0 rounded-full', bar)}
          style={{ width: `${Math.max(score, 2)}%` }}
        />
      </span>
      <span className={isLarge ? cx('text-13 font-medium', text) : 'sr-only'}>
        {isLarge ? `of 100, ${word}` : word}
      </span>
    </span>
  );
}
