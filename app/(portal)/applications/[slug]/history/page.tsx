import type { Metadata } from 'next';
import { AuditList } from '#components/audit/audit-list.tsx';
import { PageBody } from '#components/ui/page-header.tsx';

interface ApplicationHistoryPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ApplicationHistoryPageProps): Promise<Metadata> {
  return { title: `History of ${(await params).slug}` };
}

export default async function ApplicationHistoryPage({ params }: ApplicationHistoryPageProps) {
  return (
    <PageBody>
      <AuditList subject={(await params).slug} />
    </PageBody>
  );
}
