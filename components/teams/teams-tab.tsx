'use client';
import { Suspense, lazy } from 'react';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { TeamList } from './team-list.tsx';

const UnownedList = lazy(async () => ({
  default: (await import('../ownership/unowned-list.tsx')).UnownedList,
}));

/** The tree, or the inbox of what nobody answers for: whoever opens one is not sent the other. */
export function TeamsTab({ isUnowned }: { isUnowned: boolean }) {
  if (!isUnowned) return <TeamList />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <UnownedList />
    </Suspense>
  );
}
