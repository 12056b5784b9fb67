'use client';
import type { ReactNode } from 'react';
import { createContext, useContext, useEffect } from 'react';
import { savePreference } from '#lib/client/preferences.ts';

const ZoneContext = createContext('UTC');

/** Tells everything below the zone of the person, as the cookie says; the browser corrects the cookie for the next page. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  useEffect(() => {
    const actual = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (actual && actual !== zone) savePreference('zone', actual);
  }, [zone]);
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

export const useZone = () => useContext(ZoneContext);
