'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { RiskArithmetic } from '../apis/risk-arithmetic.tsx';
import { BarList } from '../ui/bar-list.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Section } from '../ui/section.tsx';
import { WorstApi } from './worst-api.tsx';

const ScopedApiList = lazyPart(
  async () => (await import('../apis/scoped-api-list.tsx')).ScopedApiList,
  () => null,
);

/** Bars before the rest is left to the table below. */
const MOST_BARS = 8;

/** Which API makes the application as risky as it is, how it endangers the others, and all of them. */
export function ApplicationOverview({ slug }: { slug: string }) {
  const { data: application } = useAnswer<ApplicationDto>(`/applications/${slug}`);
  const worst = application?.risk?.worstApi ?? null;
  const { data: api } = useAnswer<ApiDto>(`/apis/${worst}`, '', { isEnabled: worst !== null });
  if (!application) return null;
  const bars = application.apis.slice(0, MOST_BARS);
  return (
    <>
      {application.risk && (
        <div className="grid items-start gap-7 xl:grid-cols-2">
          <div className="min-w-0 space-y-7">
            <WorstApi application={application} />
            {bars.length > 1 && (
              <Section
                title="Risk, API by API"
                description={
                  application.apiCount > bars.length
                    ? `The ${bars.length} worst of ${application.apiCount}; all are below.`
                    : undefined
                }
              >
                <BarList
                  label="Risk by API"
                  scale={100}
                  items={bars.map((one) => ({
                    key: one.slug,
                    label: one.name,
                    value: one.risk.score,
                    href: `/apis/${one.slug}`,
                    tone: one.risk.level,
                  }))}
                />
              </Section>
            )}
          </div>
          {api && <RiskArithmetic risk={api.risk} />}
        </div>
      )}
      <Section title="APIs" count={application.apiCount} frame="none">
        <ScopedApiList
          isOneApplication
          scope={`application=${slug}`}
          exportName={`${slug}-apis`}
          nothing="No API belongs to this application yet"
          registerHref={`/apis/new?application=${slug}`}
        />
      </Section>
    </>
  );
}
