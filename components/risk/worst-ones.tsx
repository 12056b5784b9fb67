import { formatCounted } from '#lib/client/format-number.ts';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { Section } from '../ui/section.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';

/** Where to begin: the worst APIs with their gravest reason, and the applications they stand in. */
export function WorstOnes({ risk }: { risk: RiskDto }) {
  return (
    <div className="grid gap-7 xl:grid-cols-2">
      <Section title="Worst APIs" description="By score, with what weighs most." frame="flush">
        <ol className="divide-y divide-line text-13">
          {risk.worstApis.map((api) => (
            <li key={api.slug} className="px-4 py-2">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="min-w-0 flex-1 basis-40 truncate">
                  <TextLink href={`/apis/${api.slug}`}>{api.name}</TextLink>
                </span>
                <TeamLink slug={api.team} name={api.teamName} />
                <TierBadge tier={api.tier} plain />
                <RiskFigure score={api.score} level={api.level} />
              </div>
              {api.topReason && <p className="mt-0.5 text-12 text-muted">{api.topReason}</p>}
            </li>
          ))}
        </ol>
      </Section>
      <Section
        title="Worst applications"
        description="An application is as risky as its worst API."
        frame="flush"
      >
        <ol className="divide-y divide-line text-13">
          {risk.worstApplications.map((application) => (
            <li key={application.slug} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-1 basis-40 truncate">
                <TextLink href={`/applications/${application.slug}`}>{application.name}</TextLink>
              </span>
              <span className="text-muted">
                {formatCounted(application.apiCount, 'API')}, worst{' '}
                <TextLink href={`/apis/${application.worstApi}`} quiet>
                  {application.worstApiName}
                </TextLink>
              </span>
              <RiskFigure score={application.score} level={application.level} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
