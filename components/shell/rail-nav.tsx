'use client';
import { usePathname } from 'next/navigation';
import { Fragment, Suspense, lazy, useSyncExternalStore } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { DESTINATIONS, destinationOf } from './destinations.ts';

/** Loaded for those alone for whom something can wait, once the page is there. */
const WaitingCount = lazy(async () => ({ default: (await import('./waiting-count.tsx')).WaitingCount }));

const neverChanges = () => () => {};
const onServer = () => false;

interface RailNavProps {
  /** Whether reviews can wait for the person at all: nobody else's are counted. */
  signs: boolean;
  onNavigate?: () => void;
}

/** Where one can go. Where one is, is marked. */
export function RailNav({ signs, onNavigate }: RailNavProps) {
  const here = destinationOf(usePathname());
  const counts = useSyncExternalStore(neverChanges, () => signs, onServer);
  return (
    <nav aria-label="Portal" className="flex flex-col gap-0.5 p-2">
      {DESTINATIONS.map((destination) => {
        const isHere = destination === here;
        return (
          <Fragment key={destination.href}>
            {destination.startsGroup && <span aria-hidden className="mx-2 my-1.5 h-px bg-line" />}
            <AppLink
              href={destination.href}
              onClick={onNavigate}
              aria-current={isHere ? 'page' : undefined}
              data-rail-tip={destination.label}
              className={cx(
                'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-13 pointer-coarse:h-11',
                isHere ? 'bg-active font-medium text-text' : 'text-muted hover:bg-hover hover:text-text',
              )}
            >
              <Icon name={destination.icon} className={isHere ? 'text-accent-text' : ''} />
              <span className="rail-label min-w-0 flex-1 truncate">{destination.label}</span>
              {counts && destination.href === '/reviews' && (
                <Suspense fallback={null}>
                  <WaitingCount />
                </Suspense>
              )}
            </AppLink>
          </Fragment>
        );
      })}
    </nav>
  );
}
