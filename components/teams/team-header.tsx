'use client';
import { levelOf } from '#lib/domain/risk/score.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTeam } from './use-team.ts';

/** On the page from the start; what makes it work comes after what the page is about. */
const TeamActions = lazyPart(
  async () => (await import('./team-actions.tsx')).TeamActions,
  () => null,
);

/** What every tab of a team begins with: its place in the tree and what rolls up to it. */
export function TeamHeader({ slug }: { slug: string }) {
  const team = useTeam(slug);
  if (!team) return null;
  const base = `/teams/${slug}`;
  return (
    <PageHeader
      title={team.name}
      slug={team.slug}
      description={
        team.ancestors.length > 0 ? (
          <>
            {team.ancestors.map((above, at) => (
              <span key={above.slug}>
                {at > 0 && ' / '}
                <TextLink href={`/teams/${above.slug}`} quiet>
                  {above.name}
                </TextLink>
              </span>
            ))}
          </>
        ) : (
          'At the top of the tree'
        )
      }
      meta={
        team.worstRisk === null ? (
          <span className="text-muted">It owns no API, and neither do the teams below</span>
        ) : (
          <>
            <RiskFigure score={team.worstRisk} level={levelOf(team.worstRisk)} />
            <span className="text-muted">
              worst of {formatCounted(team.subtreeApiCount, 'API')}, {team.averageRisk} on average
            </span>
          </>
        )
      }
      actions={<TeamActions team={team} />}
    >
      <Tabs
        label="Parts of the team"
        tabs={[
          { href: base, label: 'Overview' },
          { href: `${base}/apis`, label: 'APIs', count: team.subtreeApiCount },
          { href: `${base}/applications`, label: 'Applications' },
          { href: `${base}/history`, label: 'History' },
        ]}
      />
    </PageHeader>
  );
}
