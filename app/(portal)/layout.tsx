import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PortalShell } from '#components/shell/portal-shell.tsx';
import { PREFERENCE_COOKIES, parseTheme, parseZone } from '#lib/client/preferences.ts';
import type { ShellPerson } from '#components/shell/shell-person.ts';
import { answerOf } from '#lib/server/prefetch.ts';
import { pageContext } from '#lib/server/page-context.ts';
import { getMe } from '#lib/server/people/routes.ts';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const jar = await cookies();
  const person = await answerOf<ShellPerson>(ctx, getMe, {});
  return (
    <PortalShell
      person={person}
      theme={parseTheme(jar.get(PREFERENCE_COOKIES.theme)?.value)}
      zone={parseZone(jar.get(PREFERENCE_COOKIES.zone)?.value)}
      isRailCollapsed={jar.get(PREFERENCE_COOKIES.rail)?.value === 'collapsed'}
    >
      {children}
    </PortalShell>
  );
}
