'use client';
import { formatCounted } from '#lib/client/format-number.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { RegisterLink } from '../apis/register-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TeamLink } from '../ui/team-link.tsx';

/** What every tab of an application begins with. */
export function ApplicationHeader({ slug }: { slug: string }) {
  const { data: application } = useAnswer<ApplicationDto>(`/applications/${slug}`);
  if (!application) return null;
  const base = `/applications/${slug}`;
  return (
    <PageHeader
      title={application.name}
      slug={application.slug}
      description={application.description || undefined}
      meta={
        <>
          {application.risk && <RiskFigure score={application.risk.score} level={application.risk.level} />}
          <span className="text-muted">
            {application.apiCount === 0
              ? 'No API belongs to it yet'
              : `worst of ${formatCounted(application.apiCount, 'API')}`}
          </span>
          {application.team && <TeamLink slug={application.team} name={application.teamName} />}
        </>
      }
      actions={<RegisterLink href={`/apis/new?application=${slug}`} />}
    >
      <Tabs
        label="Parts of the application"
        tabs={[
          { href: base, label: 'Overview' },
          { href: `${base}/history`, label: 'History' },
        ]}
      />
    </PageHeader>
  );
}
