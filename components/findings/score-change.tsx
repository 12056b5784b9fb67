import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { Icon } from '../ui/icon.tsx';

type Standing = Pick<RevisionDto['scan'], 'score' | 'grade'>;

/** The score of a description before and after a patch, or an upload. */
export function ScoreChange({ before, after }: Record<'before' | 'after', Standing>) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium tabular-nums">
      Score {before.score}, grade {before.grade}
      <Icon name="arrow-right" size={14} className="text-muted" />
      <span className="sr-only">becomes</span>
      {after.score}, grade {after.grade}
    </span>
  );
}
