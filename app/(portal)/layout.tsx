import { HydrationBoundary, dehydrate } from '@tanstack/react-query';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PortalShell } from '#components/shell/portal-shell.tsx';
import { PREFERENCE_COOKIES, parseTheme, parseZone } from '#lib/client/preferences.ts';
import { makeQueryClient } from '#lib/client/make-query-client.ts';
import type { ShellPerson } from '#components/shell/shell-person.ts';
import { signsSomewhere } from '#lib/domain/identity/standing.ts';
import { prefetchAnswer } from '#lib/server/prefetch.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getMe } from '#lib/server/people/routes.ts';

/** Who is signed in is known to every part of every page, so that each button knows whether it works. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const jar = await cookies();
  const client = makeQueryClient();
  const person = await prefetchAnswer<ShellPerson>(client, ctx, getMe, '/me');
  return (
    <PortalShell
      person={person}
      signs={signsSomewhere(ctx.actor.standing)}
      theme={parseTheme(jar.get(PREFERENCE_COOKIES.theme)?.value)}
      zone={parseZone(jar.get(PREFERENCE_COOKIES.zone)?.value)}
      isRailCollapsed={jar.get(PREFERENCE_COOKIES.rail)?.value === 'collapsed'}
    >
      <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
    </PortalShell>
  );
}
