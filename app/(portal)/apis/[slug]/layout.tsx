import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApiHeader } from '#components/apis/api-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { getOneApi } from '#lib/server/apis/routes.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';

interface ApiLayoutProps {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return { title: (await params).slug };
}

export default async function ApiLayout({ params, children }: ApiLayoutProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getOneApi, `/apis/${slug}`, { slug });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ApiHeader slug={slug} />
      {children}
    </HydrationBoundary>
  );
}
