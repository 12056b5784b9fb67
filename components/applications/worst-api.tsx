import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { OutcomeBadge } from '../ui/outcome-badge.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { Section } from '../ui/section.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { dangerSentences } from './danger-sentences.ts';

/** The API to begin with, and what its state means for the others. */
export function WorstApi({ application }: { application: ApplicationDto }) {
  const api = application.apis.find((one) => one.slug === application.risk?.worstApi) ?? application.apis[0];
  if (!api) return null;
  return (
    <Section title="What endangers it most">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-48 text-16 font-semibold">
          <TextLink href={`/apis/${api.slug}`}>{api.name}</TextLink>
        </p>
        <RiskFigure score={api.risk.score} level={api.risk.level} size="lg" />
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
        <TierBadge tier={api.tier} />
        <OutcomeBadge outcome={api.gate} />
        <TeamLink slug={api.owner.team} name={api.owner.teamName} offered={api.owner.state === 'offered'} />
      </p>
      <ul className="mt-3 space-y-1.5 text-13">
        {dangerSentences(application.apis).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}
