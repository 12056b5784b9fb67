import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import { Icon } from '../ui/icon.tsx';

/** The score of a description without and with a patch. */
export function ScoreChange({ before, after }: Pick<RevisionFixDto, 'before' | 'after'>) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium tabular-nums">
      Score {before.score}, grade {before.grade}
      <Icon name="arrow-right" size={14} className="text-muted" />
      <span className="sr-only">becomes</span>
      {after.score}, grade {after.grade}
    </span>
  );
}
