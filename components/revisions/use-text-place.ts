'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { readTextPlace, textAddress } from '#lib/client/text-address.ts';
import type { TextPlace } from '#lib/client/text-address.ts';

export interface TextPlaceAddress {
  place: TextPlace;
  /** The address of another place in the same revision. */
  hrefOf: (place: Partial<TextPlace>) => string;
  /** Goes there. Stepping about within a text leaves no trail in the history; `isStep` says it does. */
  go: (place: Partial<TextPlace>, isStep?: boolean) => void;
}

/** Where in the text the page stands, kept in its address. */
export function useTextPlace(): TextPlaceAddress {
  const params = useSearchParams();
  const pathname = usePathname();
  const place = readTextPlace(params);
  const hrefOf = (next: Partial<TextPlace>) =>
    pathname + textAddress({ revision: params.get('revision'), isAll: place.isAll, ...next });
  return {
    place,
    hrefOf,
    go: (next, isStep = false) =>
      window.history[isStep ? 'pushState' : 'replaceState'](null, '', hrefOf(next)),
  };
}
