import type { PersonRef } from '#lib/domain/gate/facts.ts';
import type { ApproverRankDto, OwnershipDto } from '#lib/domain/ownership/dto.ts';
import { PersonName } from '../ui/person-name.tsx';
import { Section } from '../ui/section.tsx';
import { TeamLink } from '../ui/team-link.tsx';

const FEW = 6;

interface Approver extends PersonRef {
  role: string;
}

const peopleOf = ({ managers, approvers }: ApproverRankDto): Approver[] => [
  ...approvers.map((person) => ({ ...person, role: 'Approver' })),
  ...managers.map((person) => ({ ...person, role: 'Manager' })),
];

/** Who can give the owner's sign-off, in the order in which they are asked. */
export function ApproverChain({ ownership }: { ownership: OwnershipDto }) {
  const ranks = ownership.approvers.map((rank) => ({ rank, people: peopleOf(rank) }));
  const first = ranks.findIndex(({ people }) => people.length > 0);
  return (
    <Section
      title="Who can approve"
      description="The owning team first; a team above is asked only when nobody before it may sign."
    >
      {ranks.length === 0 ? (
        <p className="text-13 text-muted">Nobody, until a team has accepted it.</p>
      ) : (
        <ol className="space-y-4">
          {ranks.map(({ rank, people }, at) => (
            <li key={rank.team} className="flex gap-3 text-13">
              <span
                aria-hidden
                className="mt-px inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-active text-12 font-medium text-muted"
              >
                {at + 1}
              </span>
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">
                    <TeamLink slug={rank.team} name={rank.teamName} />
                  </span>
                  <span className="text-12 text-muted">
                    {at === first
                      ? 'asked first'
                      : at < first
                        ? 'nobody can be asked'
                        : 'asked if nobody is left'}
                  </span>
                </p>
                {people.length === 0 ? (
                  <p className="text-muted">It has no manager and no approver.</p>
                ) : (
                  <ul className="mt-1 space-y-1">
                    {people.slice(0, FEW).map((person) => (
                      <li
                        key={person.email + person.role}
                        className="flex items-center justify-between gap-3"
                      >
                        <PersonName name={person.name} email={person.email} avatar />
                        <span className="text-12 text-muted">{person.role}</span>
                      </li>
                    ))}
                    {people.length > FEW && <li className="text-muted">and {people.length - FEW} more</li>}
                  </ul>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
