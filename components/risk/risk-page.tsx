'use client';
import { useSearchParams } from 'next/navigation';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { AsOfBanner } from '../shell/as-of-banner.tsx';
import { PageBody, PageHeader } from '../ui/page-header.tsx';
import { RiskCharts } from './risk-charts.tsx';
import { RiskFigures } from './risk-figures.tsx';
import { RiskScope } from './risk-scope.tsx';
import { riskSearch } from './risk-search.ts';
import { WorstOnes } from './worst-ones.tsx';

/** The organisation's risk at a glance; every figure opens the list it counts. */
export function RiskPage() {
  const params = useSearchParams();
  const search = riskSearch(params);
  const { data: risk } = useAnswer<RiskDto>('/risk', search);
  const asOf = params.get('asOf');
  return (
    <>
      <PageHeader
        title="Risk"
        description="Which APIs run here, who answers for them, and what stands between them and production."
        actions={<RiskScope />}
      />
      <AsOfBanner />
      {risk && (
        <PageBody>
          <RiskFigures figures={risk.figures} />
          <RiskCharts risk={risk} isPast={asOf !== null} />
          <WorstOnes risk={risk} />
        </PageBody>
      )}
    </>
  );
}
