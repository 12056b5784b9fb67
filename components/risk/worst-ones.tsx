'use client';
import { formatCounted } from '#lib/client/format-number.ts';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { LEVEL_WORDS } from '../ui/value-words.ts';

/** Where to begin: the worst APIs with their gravest reason, and the applications they stand in. */
export function WorstOnes({ risk }: { risk: RiskDto }) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <ChartFrame
        title="Worst APIs"
        description="By score, with what weighs most."
        name="worst-apis"
        table={{
          columns: ['API', 'Team', 'Tier', 'Score', 'Risk', 'What weighs most'],
          rows: risk.worstApis.map((api) => [
            api.slug,
            api.team ?? '',
            LEVEL_WORDS[api.tier],
            api.score,
            LEVEL_WORDS[api.level],
            api.topReason ?? '',
          ]),
        }}
      >
        <ol className="divide-y divide-line text-13">
          {risk.worstApis.map((api) => (
            <li key={api.slug} className="py-2">
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
      </ChartFrame>
      <ChartFrame
        title="Worst applications"
        description="An application is as risky as its worst API."
        name="worst-applications"
        table={{
          columns: ['Application', 'APIs', 'Worst API', 'Score', 'Risk'],
          rows: risk.worstApplications.map((application) => [
            application.slug,
            application.apiCount,
            application.worstApi,
            application.score,
            LEVEL_WORDS[application.level],
          ]),
        }}
      >
        <ol className="divide-y divide-line text-13">
          {risk.worstApplications.map((application) => (
            <li key={application.slug} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
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
      </ChartFrame>
    </div>
  );
}
