import type { VerdictDto } from '#lib/domain/apis/dto.ts';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { SignOffBadge } from '../ui/sign-off-badge.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { APPROVAL_ROLE_WORDS } from '../ui/value-words.ts';

/** Who signed for which environment, and whether it still counts. */
export function SignOffs({ verdicts }: { verdicts: readonly VerdictDto[] }) {
  return (
    <Section title="Sign-offs">
      <ul className="divide-y divide-line text-13">
        {verdicts.map(({ environment, environmentName, signOff }) => (
          <li
            key={environment}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <span className="w-28 font-medium">{environmentName}</span>
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center justify-between gap-x-3">
                <SignOffBadge state={signOff.state} validUntil={signOff.validUntil} />
                {signOff.reviewId && <TextLink href={`/reviews/${signOff.reviewId}`}>Review</TextLink>}
              </p>
              {signOff.by.map((one) => (
                <p key={one.role} className="mt-1 text-muted">
                  {APPROVAL_ROLE_WORDS[one.role]}: <PersonName name={one.name} email={one.email} />{' '}
                  <RelativeTime at={one.at} />
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
