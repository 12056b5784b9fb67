import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApplicationHeader } from '#components/applications/application-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getApplication } from '#lib/server/applications/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

interface ApplicationLayoutProps {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: ApplicationLayoutProps): Promise<Metadata> {
  return { title: (await params).slug };
}

export default async function ApplicationLayout({ params, children }: ApplicationLayoutProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getApplication, `/applications/${slug}`, { slug });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ApplicationHeader slug={slug} />
      {children}
    </HydrationBoundary>
  );
}
