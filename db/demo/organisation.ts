/** Tidewright Group: moves parcels and the money for them. Made up; any likeness is accidental. */
export const COMPANY = { name: 'Tidewright Group', domain: 'tidewright.example' } as const;

export interface DemoTeam {
  slug: string;
  name: string;
  parent: string | null;
}

const ROOT: DemoTeam = { slug: 'tidewright', name: 'Tidewright Group', parent: null };

/** Division → its name and its teams. */
const DIVISIONS: Record<string, { name: string; teams: Record<string, string> }> = {
  keelpay: {
    name: 'Keelpay',
    teams: {
      acquiring: 'Acquiring',
      payouts: 'Payouts',
      ledger: 'Ledger',
      'fraud-signals': 'Fraud Signals',
      disputes: 'Disputes',
      'merchant-onboarding': 'Merchant Onboarding',
      'card-issuing': 'Card Issuing',
    },
  },
  skein: {
    name: 'Skein Freight',
    teams: {
      booking: 'Booking',
      routing: 'Route Planning',
      tracking: 'Tracking',
      customs: 'Customs',
      carriers: 'Carrier Connections',
      'last-mile': 'Last Mile',
    },
  },
  loft: {
    name: 'Loft Fulfilment',
    teams: {
      inbound: 'Inbound',
      stock: 'Stock',
      picking: 'Picking and Packing',
      returns: 'Returns',
      robotics: 'Robotics',
    },
  },
  'front-door': {
    name: 'Front Door',
    teams: {
      accounts: 'Accounts',
      identity: 'Identity',
      consent: 'Privacy and Consent',
      notifications: 'Notifications',
      support: 'Customer Support',
    },
  },
  merchant: {
    name: 'Merchant Products',
    teams: {
      rates: 'Rates and Pricing',
      catalogue: 'Catalogue',
      'merchant-portal': 'Merchant Portal',
      subscriptions: 'Subscriptions',
    },
  },
  groundwork: {
    name: 'Groundwork',
    teams: {
      edge: 'Edge and Gateway',
      'data-platform': 'Data Platform',
      integrations: 'Integrations',
    },
  },
  corporate: {
    name: 'Corporate Systems',
    teams: {
      'finance-systems': 'Finance Systems',
      'people-systems': 'People Systems',
    },
  },
};

/** Bought last year, beside the tree until it is merged into it; everybody who could act for it has left. */
export const ORPHANED_TEAM = 'portway';
const ACQUIRED: DemoTeam = { slug: ORPHANED_TEAM, name: 'Portway (acquired)', parent: null };

/** Teams of the third level without a manager or approver of their own: their division is asked instead. */
export const HEADLESS_TEAMS: readonly string[] = ['robotics'];

export const DIVISION_SLUGS: readonly string[] = Object.keys(DIVISIONS);

/** Parents before children. */
export const TEAMS: readonly DemoTeam[] = [
  ROOT,
  ...Object.entries(DIVISIONS).map(([slug, { name }]) => ({ slug, name, parent: ROOT.slug })),
  ...Object.entries(DIVISIONS).flatMap(([parent, { teams }]) =>
    Object.entries(teams).map(([slug, name]) => ({ slug, name, parent })),
  ),
  ACQUIRED,
];

/** The team itself first, then its ancestors up to the root. */
export function chainOf(slug: string): DemoTeam[] {
  const team = TEAMS.find((candidate) => candidate.slug === slug);
  if (!team) throw new Error(`no team ${slug}`);
  return team.parent === null ? [team] : [team, ...chainOf(team.parent)];
}
