import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { OwnershipTab } from '#components/ownership/ownership-tab.tsx';
import { PageBody } from '#components/ui/page-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getOwnershipRoute } from '#lib/server/ownership/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

interface OwnershipPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: OwnershipPageProps): Promise<Metadata> {
  return { title: `Ownership of ${(await params).slug}` };
}

export default async function OwnershipPage({ params }: OwnershipPageProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getOwnershipRoute, `/apis/${slug}/ownership`, { slug });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageBody>
        <OwnershipTab slug={slug} />
      </PageBody>
    </HydrationBoundary>
  );
}
