import { AuditList } from '#components/audit/audit-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';

export default async function ApiTimelinePage({ params }: { params: Promise<{ slug: string }> }) {
  return (
    <PageBody>
      <AuditList subject={(await params).slug} />
    </PageBody>
  );
}
