'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { AppLink } from './app-link.tsx';
import { cx } from './class-names.ts';

export interface Tab {
  /** A path (`/apis/orders/reviews`) or a path with `?tab=`; the tab is an address like any other. */
  href: string;
  label: string;
  count?: number | undefined;
}

/** The tab whose address is the present one: the longest that fits, so that an overview does not stay lit. */
export function activeTab(tabs: readonly Tab[], pathname: string, tab: string | null): Tab | undefined {
  const fitting = tabs.filter(({ href }) => {
    const [path = '', query = ''] = href.split('?');
    const wanted = new URLSearchParams(query).get('tab');
    return (pathname === path || pathname.startsWith(`${path}/`)) && (wanted === null || wanted === tab);
  });
  return fitting.sort((a, b) => b.href.length - a.href.length)[0];
}

/** Parts of one object, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const pathname = usePathname();
  const active = activeTab(tabs, pathname, useSearchParams().get('tab'));
  return (
    <nav
      aria-label={label}
      className="no-print scroll-x -mx-1 flex gap-1 overflow-x-auto [scrollbar-width:none]"
    >
      {tabs.map((tab) => (
        <AppLink
          key={tab.href}
          href={tab.href}
          aria-current={tab === active ? 'page' : undefined}
          className={cx(
            'relative flex h-9 shrink-0 items-center gap-1.5 rounded-sm px-2 text-13 outline-offset-[-2px] pointer-coarse:h-11',
            tab === active
              ? 'font-medium after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full after:bg-accent-text'
              : 'text-muted hover:text-text',
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="text-12 font-normal text-muted">{tab.count}</span>}
        </AppLink>
      ))}
    </nav>
  );
}
