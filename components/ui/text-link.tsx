import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

const STYLE =
  'text-accent-text underline decoration-accent-text/30 underline-offset-2 hover:decoration-accent-text';

/** A link in running text or a cell. Addresses of other sites open in a new tab and say so. */
export function TextLink({ href, quiet, children }: { href: string; quiet?: boolean; children: ReactNode }) {
  const style = quiet ? 'rounded-sm hover:underline underline-offset-2' : STYLE;
  if (!/^https?:/.test(href)) {
    return (
      <AppLink href={href} className={style}>
        {children}
      </AppLink>
    );
  }
  return (
    <a href={href} target="_blank" rel="noreferrer" className={cx(style, 'wrap-anywhere')}>
      {children}
      <Icon name="external-link" size={12} className="ml-1" />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
