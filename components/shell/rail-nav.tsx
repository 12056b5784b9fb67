'use client';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { DESTINATIONS, destinationOf } from './destinations.ts';

interface RailNavProps {
  /** How many things wait, by address: `{ '/reviews': 3 }`. */
  waiting?: Readonly<Record<string, number>> | undefined;
  onNavigate?: () => void;
}

/** Where one can go. Where one is, is marked. */
export function RailNav({ waiting, onNavigate }: RailNavProps) {
  const here = destinationOf(usePathname());
  return (
    <nav aria-label="Portal" className="flex flex-col gap-0.5 p-2">
      {DESTINATIONS.map((destination) => {
        const isHere = destination === here;
        const count = waiting?.[destination.href] ?? 0;
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
              {count > 0 && (
                <span className="rail-label text-12 font-medium text-muted">
                  {count}
                  <span className="sr-only"> waiting for you</span>
                </span>
              )}
            </AppLink>
          </Fragment>
        );
      })}
    </nav>
  );
}
