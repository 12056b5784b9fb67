'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import { whyNot } from '#lib/client/why-not.ts';
import type { PolicyDto, PolicyVersionDto } from '#lib/domain/policy/dto.ts';
import {
  CRITICALITY_POINTS,
  DATA_CLASS_POINTS,
  EXPOSURE_POINTS,
  TIER_FROM_POINTS,
} from '#lib/domain/risk/tier.ts';
import { TIERS } from '#lib/domain/words.ts';
import { API_WORDS } from '../apis/api-words.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { HistoryLink } from './history-link.tsx';
import { policyChanges } from './policy-changes.ts';
import { PolicyTable } from './policy-table.tsx';

const ACTIONS = ['policy.changed'];

/** What the gate judges by, where tiers come from, and what each version changed. */
export function PolicyView() {
  const { data: policy } = useAnswer<PolicyDto>('/policies/gate');
  if (!policy) return null;
  const versions = [policy, ...policy.history];
  const refusal = whyNot(policy.rights.edit);
  return (
    <>
      <Section
        title="Gate policy"
        description={`Version ${policy.version} is in force. A team confirms every ${policy.attestationDays} days that it still owns an API. ${refusal ?? 'You may put another version in force through the interface, after a preview of every decision it would change.'}`}
        frame="flush"
        actions={<HistoryLink actions={ACTIONS} />}
      >
        <PolicyTable policy={policy} />
      </Section>
      <TierPoints />
      <Section title="Versions" count={versions.length} frame="flush">
        <ol className="divide-y divide-line text-13">
          {versions.map((version, at) => (
            <Version key={version.version} version={version} before={versions[at + 1] ?? null} />
          ))}
        </ol>
      </Section>
    </>
  );
}

function Version({ version, before }: { version: PolicyVersionDto; before: PolicyVersionDto | null }) {
  const changes = before ? policyChanges(before, version) : [];
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2.5">
      <span className="w-20 font-medium">Version {version.version}</span>
      <span className="w-64 text-muted">
        {version.createdBy} <RelativeTime at={version.createdAt} />
      </span>
      <ul className="min-w-0 flex-1 basis-64">
        {before === null && <li className="text-muted">What a new portal starts with</li>}
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </li>
  );
}

const FACTS = [
  { title: 'Exposure', points: EXPOSURE_POINTS },
  { title: 'Data', points: DATA_CLASS_POINTS },
  { title: 'Criticality', points: CRITICALITY_POINTS },
] as const;

/** Where a tier comes from: three answers, each with its points. */
function TierPoints() {
  return (
    <Section
      title="Where a tier comes from"
      description="Three answers about the nature of an API, added up."
    >
      <div className="grid gap-x-10 gap-y-4 text-13 sm:grid-cols-2 lg:grid-cols-4">
        {FACTS.map(({ title, points }) => (
          <div key={title}>
            <h3 className="mb-1 text-12 font-medium text-muted">{title}</h3>
            <ul>
              {Object.entries(points).map(([value, count]) => (
                <li key={value} className="flex justify-between gap-3 py-0.5">
                  <span>{API_WORDS[value]}</span>
                  <span className="text-muted">+{count}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>
          <h3 className="mb-1 text-12 font-medium text-muted">Sum</h3>
          <ul>
            {TIERS.map((tier, at) => {
              const next = TIERS[at + 1];
              const top = next ? TIER_FROM_POINTS[next] - 1 : 7;
              return (
                <li key={tier} className="flex justify-between gap-3 py-0.5">
                  <TierBadge tier={tier} plain />
                  <span className="text-muted">
                    {TIER_FROM_POINTS[tier]} to {top}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </Section>
  );
}
