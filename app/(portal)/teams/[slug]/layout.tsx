import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { TeamHeader } from '#components/teams/team-header.tsx';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { getTeam } from '#lib/server/teams/routes.ts';

interface TeamLayoutProps {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: TeamLayoutProps): Promise<Metadata> {
  return { title: (await params).slug };
}

export default async function TeamLayout({ params, children }: TeamLayoutProps) {
  const { slug } = await params;
  const ctx = await pageContext();
  const client = makeQueryClient();
  await prefetchAnswer(client, ctx, getTeam, `/teams/${slug}`, { slug });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TeamHeader slug={slug} />
      {children}
    </HydrationBoundary>
  );
}
