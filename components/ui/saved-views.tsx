'use client';
import { usePathname } from 'next/navigation';
import { formatCount } from '#lib/client/format-number.ts';
import { AppLink } from './app-link.tsx';
import { cx } from './class-names.ts';

export interface SavedView {
  label: string;
  /** Filters and sort, as in the address: `ownership=unowned&sort=-risk`. Empty for everything. */
  query: string;
  count?: number | undefined;
}

const normal = (query: string) =>
  [...new URLSearchParams(query)]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

/** The views people open most, as addresses. The one that equals the present query is marked. */
export function SavedViews({ views, query }: { views: readonly SavedView[]; query: string }) {
  const pathname = usePathname();
  const present = normal(query);
  return (
    <nav
      aria-label="Saved views"
      className="no-print scroll-x -mx-2 flex gap-0.5 overflow-x-auto px-2 py-0.5 [scrollbar-width:none]"
    >
      {views.map((view) => {
        const isActive = normal(view.query) === present;
        return (
          <AppLink
            key={view.label}
            href={view.query ? `${pathname}?${view.query}` : pathname}
            aria-current={isActive ? 'page' : undefined}
            className={cx(
              'touch-target inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-13',
              isActive ? 'bg-active font-medium' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            {view.label}
            {view.count !== undefined && (
              <span className="text-12 font-normal text-muted">{formatCount(view.count)}</span>
            )}
          </AppLink>
        );
      })}
    </nav>
  );
}
