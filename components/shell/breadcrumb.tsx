'use client';
import { usePathname } from 'next/navigation';
import { AppLink } from '../ui/app-link.tsx';
import { cx } from '../ui/class-names.ts';
import { crumbsOf } from './destinations.ts';

/** Where one is, and the way back up. */
export function Breadcrumb() {
  const crumbs = crumbsOf(usePathname());
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center text-13">
        {crumbs.map(({ label, href, isName }, index) => (
          <li
            key={`${index}${label}`}
            className={cx(
              'flex min-w-0 items-center',
              index < crumbs.length - 1 && 'shrink-0',
              index > 0 && index < crumbs.length - 1 && 'max-sm:hidden',
            )}
          >
            {index > 0 && (
              <span aria-hidden className="px-1.5 text-muted/60">
                /
              </span>
            )}
            {href ? (
              <AppLink
                href={href}
                className={cx('rounded-sm text-muted hover:text-text', isName && 'font-mono text-12')}
              >
                {label}
              </AppLink>
            ) : (
              <span
                aria-current="page"
                className={cx('truncate', isName ? 'font-mono text-12' : 'font-medium')}
              >
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
