import { ApiOverview } from '#components/apis/api-overview.tsx';
import { PageBody } from '#components/ui/page-header.tsx';

export default async function ApiPage({ params }: { params: Promise<{ slug: string }> }) {
  return (
    <PageBody>
      <ApiOverview slug={(await params).slug} />
    </PageBody>
  );
}
