'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { PolicyDto } from '#lib/domain/policy/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
const days = (count: number | null) => (count === null ? '–' : String(count));

/** What each tier asks for. Security changes it over the interface, with a preview of every decision that would change. */
export function PolicyView() {
  const { data: policy } = useAnswer<PolicyDto>('/policies/gate');
  if (!policy) return null;
  return (
    <>
      <Section
        title={`Gate policy, version ${policy.version}`}
        description={`Ownership is confirmed again every ${policy.attestationDays} days. The tier follows from exposure, data and criticality.`}
        frame="flush"
      >
        <div className="overflow-x-auto">
          <table className="w-full min-w-160 text-13">
            <thead>
              <tr className="border-b border-line text-left text-12 text-muted">
                {[
                  'Tier',
                  'Sign-offs',
                  'Valid for',
                  'Blocked by',
                  'Exceptions at most',
                  'Findings due in days',
                ].map((head) => (
                  <th key={head} scope="col" className="px-4 py-2 font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {TIERS.map((tier) => {
                const asks = policy.tiers[tier];
                return (
                  <tr key={tier} className="border-b border-line last:border-0">
                    <th scope="row" className="px-4 py-2 text-left font-normal">
                      <TierBadge tier={tier} plain />
                    </th>
                    <td className="px-4 py-2">{asks.signOffs.join(' and ')}</td>
                    <td className="px-4 py-2 tabular-nums">{asks.signOffDays} days</td>
                    <td className="px-4 py-2">{asks.blockingSeverities.join(', ')}</td>
                    <td className="px-4 py-2 tabular-nums">{asks.exceptionMaxDays} days</td>
                    <td className="px-4 py-2 tabular-nums">
                      {SEVERITIES.map((severity) => days(asks.findingDueDays[severity])).join(' / ')}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Section>
      <Section title="Versions" count={policy.history.length + 1}>
        <ul className="space-y-1 text-13">
          {[policy, ...policy.history].map((version) => (
            <li key={version.version} className="flex gap-3">
              <span className="w-20">Version {version.version}</span>
              <span className="text-muted">
                {version.createdBy} <RelativeTime at={version.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
