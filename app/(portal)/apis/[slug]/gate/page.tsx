import { DecisionList } from '#components/gate/decision-list.tsx';
import { GateCoverage } from '#components/gate/gate-coverage.tsx';
import { PageBody } from '#components/ui/page-header.tsx';

export default async function ApiGatePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return (
    <PageBody>
      <GateCoverage api={slug} />
      <DecisionList api={slug} />
    </PageBody>
  );
}
