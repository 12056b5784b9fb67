import { formatCounted } from '#lib/client/format-number.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';

const NOTHING_ENDS = 'No review is on its way and no sign-off counts, so nothing ends with it.';

/** What stops with a change of hands, as one sentence: `2 reviews on their way become void and 1 sign-off ends.` */
export function endingSentence({ reviews, signOffs }: OwnershipDto['endsWithHandOver']): string {
  const parts = [
    ...(reviews > 0
      ? [
          `${formatCounted(reviews, 'review')} on ${reviews === 1 ? 'its' : 'their'} way ${reviews === 1 ? 'becomes' : 'become'} void`,
        ]
      : []),
    ...(signOffs > 0
      ? [`${formatCounted(signOffs, 'sign-off')} no longer ${signOffs === 1 ? 'counts' : 'count'}`]
      : []),
  ];
  return parts.length === 0 ? NOTHING_ENDS : `${parts.join(' and ')}: the new owner signs anew.`;
}

/** What happens when an API goes to a team. */
export function handOverConsequence(
  ownership: Pick<OwnershipDto, 'teamName' | 'endsWithHandOver'>,
  receiving: string,
  isAtOnce: boolean,
): string {
  const ending = endingSentence(ownership.endsWithHandOver);
  if (isAtOnce) return `${receiving} owns it at once. ${ending}`;
  const until = ownership.teamName
    ? `${ownership.teamName} stays the owner until then.`
    : 'Nobody owns it until then.';
  const then =
    ending === NOTHING_ENDS
      ? ending
      : `With the acceptance ${ending.charAt(0).toLowerCase()}${ending.slice(1)}`;
  return `It is offered to ${receiving}; a manager there accepts. ${until} ${then}`;
}
