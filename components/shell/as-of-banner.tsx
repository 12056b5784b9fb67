'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { AppLink } from '../ui/app-link.tsx';
import { ExactTime } from '../ui/exact-time.tsx';
import { Icon } from '../ui/icon.tsx';

/** On pages that can show the past: says so while they do, and leads back. Reads `?asOf=` from the address. */
export function AsOfBanner() {
  const pathname = usePathname();
  const search = new URLSearchParams(useSearchParams());
  const asOf = search.get('asOf');
  if (!asOf || Number.isNaN(Date.parse(asOf))) return null;
  search.delete('asOf');
  const rest = search.toString();
  return (
    <div role="status" className="flex items-center gap-2 bg-risk-medium-soft px-4 py-2 text-13 sm:px-6">
      <Icon name="history" className="text-risk-medium" />
      <span>
        As it was on <ExactTime at={asOf} withTime className="font-medium" />. Nothing can be changed here.
      </span>
      <AppLink
        href={rest ? `${pathname}?${rest}` : pathname}
        className="ml-auto rounded-sm font-medium underline underline-offset-2"
      >
        Back to now
      </AppLink>
    </div>
  );
}
