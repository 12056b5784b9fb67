'use client';
import { Badge } from '../ui/badge.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { LIFECYCLE_WORDS } from '../ui/value-words.ts';
import { useApi } from './use-api.ts';
import { VerdictBar } from './verdict-bar.tsx';

/** On the page from the start; what makes it work comes after what the page is about. */
const ApiActions = lazyPart(
  async () => (await import('./api-actions.tsx')).ApiActions,
  () => null,
);

/** What every tab of an API begins with: which one, whose, how risky, and whether it may ship. */
export function ApiHeader({ slug }: { slug: string }) {
  const api = useApi(slug);
  if (!api) return null;
  const base = `/apis/${slug}`;
  return (
    <>
      <PageHeader
        title={api.name}
        slug={api.slug}
        description={api.description || undefined}
        meta={
          <>
            <TierBadge tier={api.tier} />
            <RiskFigure score={api.risk.score} level={api.risk.level} />
            <TeamLink
              slug={api.owner.team}
              name={api.owner.teamName ?? undefined}
              offered={api.owner.state === 'offered'}
            />
            {api.application && (
              <TextLink href={`/applications/${api.application.slug}`} quiet>
                {api.application.name}
              </TextLink>
            )}
            <Badge tone="neutral" plain>
              {LIFECYCLE_WORDS[api.lifecycle]}
            </Badge>
          </>
        }
        actions={<ApiActions api={api} />}
      >
        <VerdictBar api={api} />
        <Tabs
          label="Parts of the API"
          tabs={[
            { href: base, label: 'Overview' },
            { href: `${base}/description`, label: 'Description' },
            { href: `${base}/findings`, label: 'Findings' },
            { href: `${base}/reviews`, label: 'Reviews' },
            { href: `${base}/gate`, label: 'Gate history' },
            { href: `${base}/ownership`, label: 'Ownership' },
            { href: `${base}/timeline`, label: 'Timeline' },
          ]}
        />
      </PageHeader>
    </>
  );
}
