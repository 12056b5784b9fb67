import { formatCount } from '#lib/client/format-number.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';

type Counts = NonNullable<ReviewDto['sinceLastSignOff']>['counts'];

/** What a signer reads before signing: `1 change relevant to security and 2 breaking for callers.` */
export function changeSummary({ security, breaking, other }: Counts): string {
  const parts = [
    { count: security, kind: 'relevant to security' },
    { count: breaking, kind: 'breaking for callers' },
    { count: other, kind: 'of another kind' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return 'Nothing changed.';
  const words = parts.map(({ count, kind }, at) => {
    const noun = at > 0 ? '' : count === 1 ? 'change ' : 'changes ';
    return `${formatCount(count)} ${noun}${kind}`;
  });
  const last = words.pop();
  return words.length === 0 ? `${last}.` : `${words.join(', ')} and ${last}.`;
}
