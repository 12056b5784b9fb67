'use client';
import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';
import { isPlainClick } from './is-plain-click.ts';

/**
 * A link inside the portal. The page is fetched ahead when the pointer or the keyboard arrives at the link, not when it
 * scrolls into view: a table of 200 rows must not ask the server for 200 pages. The framework's own link does more and
 * weighs 4 kB on every page.
 */
export function AppLink({
  href,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { href: string }) {
  const router = useRouter();
  // A file of the interface is no page, and an anchor of this page is the browser's to find.
  const isPage = !href.startsWith('/api/') && !href.startsWith('#');
  const fetchAhead = () => void (isPage && router.prefetch(href));
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event) || !isPage || (rest.target ?? '_self') !== '_self') return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <a {...rest} href={href} onClick={go} onPointerEnter={fetchAhead} onFocus={fetchAhead}>
      {children}
    </a>
  );
}
