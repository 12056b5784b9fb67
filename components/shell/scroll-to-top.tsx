'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A new page starts at its top. The router leaves it where it was when the changed part happens to be in sight, which it
 * is below the head of an object; back and forward stay the browser's.
 */
export function ScrollToTop() {
  const pathname = usePathname();
  const shown = useRef(pathname);
  const returnedTo = useRef<string | null>(null);

  useEffect(() => {
    const remember = () => {
      returnedTo.current = window.location.pathname;
    };
    window.addEventListener('popstate', remember);
    return () => window.removeEventListener('popstate', remember);
  }, []);

  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const isReturn = returnedTo.current === pathname;
    returnedTo.current = null;
    if (!isReturn && window.location.hash === '') window.scrollTo(0, 0);
  }, [pathname]);

  return null;
}
