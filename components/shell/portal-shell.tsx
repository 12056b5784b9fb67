import type { ReactNode } from 'react';
import { QueryProvider } from '#lib/client/query-client.tsx';
import type { Theme } from '#lib/client/preferences.ts';
import { ZoneProvider } from '../ui/zone.tsx';
import { Brand } from './brand.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { KeyboardLayer } from './keyboard-layer.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PhoneNav } from './phone-nav.tsx';
import { RailNav } from './rail-nav.tsx';
import { RailToggle } from './rail-toggle.tsx';
import { ScrollToTop } from './scroll-to-top.tsx';
import { SearchButton } from './search-button.tsx';
import type { ShellPerson } from './shell-person.ts';
import { ThemeMenu } from './theme-menu.tsx';

interface PortalShellProps {
  person: ShellPerson;
  theme: Theme;
  /** IANA zone in which times are shown. */
  zone: string;
  isRailCollapsed: boolean;
  /** Whether reviews can wait for the person at all. */
  signs: boolean;
  children: ReactNode;
}

/** What surrounds every page of the portal. */
export function PortalShell({ person, theme, zone, isRailCollapsed, signs, children }: PortalShellProps) {
  return (
    <ZoneProvider zone={zone}>
      <QueryProvider>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
        >
          Skip to the page
        </a>
        <div className="flex min-h-dvh">
          <aside
            id="rail"
            aria-label="Navigation"
            data-collapsed={isRailCollapsed || undefined}
            className="rail no-print sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-sunken md:flex"
          >
            <Brand />
            <div className="min-h-0 flex-1 overflow-y-auto">
              <RailNav signs={signs} />
            </div>
            <RailToggle startsCollapsed={isRailCollapsed} />
          </aside>
          <div className="flex min-w-0 flex-1 flex-col">
            <header className="no-print sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-surface px-4 sm:px-6">
              <PhoneNav signs={signs} />
              <Breadcrumb />
              <SearchButton />
              <ThemeMenu theme={theme} />
              <PersonMenu person={person} />
            </header>
            <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
              {children}
            </main>
          </div>
        </div>
        <KeyboardLayer />
        <ScrollToTop />
      </QueryProvider>
    </ZoneProvider>
  );
}
