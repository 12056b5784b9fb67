import { DEFAULT_POLICY } from '../../../lib/domain/policy/default-policy.ts';
import { DAY, MINUTE } from '../../../lib/domain/policy/periods.ts';
import { tierOf } from '../../../lib/domain/risk/tier.ts';
import type { CatalogueEntry } from '../catalogue/catalogue-entry.ts';
import { random } from '../random.ts';
import type { Random } from '../random.ts';
import { revisionsOf } from '../revisions.ts';
import type { RevisionPlan } from '../revisions.ts';
import { castOf, securityReviewer } from './cast.ts';
import type { Cast } from './cast.ts';
import type { Happening, StoryEvent } from './story-event.ts';

/** The story of one API while it is written. */
export interface Scene {
  api: CatalogueEntry;
  cast: Cast;
  chance: Random;
  plan: RevisionPlan;
  /** Days a sign-off lasts at the API's tier, and the longest exception. */
  signOffDays: number;
  exceptionDays: number;
  needsSecurity: boolean;
  security: string;
  /** Writes one event; `daysAgo` with a fraction for the time of the working day. */
  tell: (daysAgo: number, actor: string, happening: Happening) => void;
  events: StoryEvent[];
  /** Numbers reviews and other things the scene refers to. */
  nextRef: (of: string) => string;
}

const OFFICE_OPENS = 7 * 60 * MINUTE;
const OFFICE_HOURS = 10 * 60 * MINUTE;

/** Whole days count back from the midnight before `now`; the fraction is a moment between 7 and 17 o'clock UTC. */
export function momentOf(now: number, daysAgo: number): number {
  const day = Math.floor(daysAgo);
  const midnight = Math.floor(now / DAY) * DAY;
  const moment = midnight - day * DAY + OFFICE_OPENS + Math.round((1 - (daysAgo - day)) * OFFICE_HOURS);
  return Math.min(moment, now - Math.round(daysAgo * 60 * MINUTE) - MINUTE);
}

export function openScene(api: CatalogueEntry, now: number): Scene {
  const tier = DEFAULT_POLICY.tiers[tierOf(api)];
  const chance = random(`story of ${api.slug}`);
  const events: StoryEvent[] = [];
  let refs = 0;
  return {
    api,
    cast: castOf(api.team),
    chance,
    plan: revisionsOf(api),
    signOffDays: tier.signOffDays,
    exceptionDays: tier.exceptionMaxDays,
    needsSecurity: tier.signOffs.includes('security'),
    security: securityReviewer(chance.integer(0, 2)),
    events,
    tell: (daysAgo, actor, happening) => events.push({ at: momentOf(now, daysAgo), actor, ...happening }),
    nextRef: (of) => `${of} ${api.slug} ${(refs += 1)}`,
  };
}
