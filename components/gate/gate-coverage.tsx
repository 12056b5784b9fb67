'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { CoverageDto } from '#lib/domain/gate/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';

/** Deployments with and without a decision behind them, by environment. */
export function GateCoverage({ api }: { api: string }) {
  const { data } = useAnswer<CoverageDto>('/coverage', `api=${api}`);
  if (!data || data.apis.length === 0) return null;
  return (
    <Section
      title="Gate coverage"
      description="Deployments that were reported, and whether a decision that allowed them stood behind each."
    >
      <ul className="divide-y divide-line text-13">
        {data.apis.map((row) => (
          <li key={row.environment} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <span className="w-32 font-medium">{row.environment}</span>
            {row.gated ? (
              <Badge tone="allowed" icon="shield-check">
                All gated
              </Badge>
            ) : (
              <Badge tone="prevented" icon="triangle-alert">
                {row.ungatedDeployments} without a decision
              </Badge>
            )}
            <span className="text-muted">of {row.deployments} deployments</span>
            {row.lastDeploymentAt && (
              <span className="text-muted">
                last <RelativeTime at={row.lastDeploymentAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
