'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { Page } from '#lib/domain/page.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import { MY_WORK } from '../my-work/my-work-queries.ts';

/** How many reviews the person could sign now, as the page of their work lists them. */
export function WaitingCount() {
  const { path, search } = MY_WORK.waiting;
  const count = useAnswer<Page<ReviewRowDto>>(path, search).data?.total ?? 0;
  return count === 0 ? null : (
    <span className="rail-label text-12 font-medium text-muted">
      {count}
      <span className="sr-only"> waiting for you</span>
    </span>
  );
}
