import type { IconName } from '../ui/icon-names.ts';

export interface Destination {
  href: string;
  label: string;
  icon: IconName;
  /** Second key after `g`. */
  key: string;
  /** Draws a line above in the rail. */
  startsGroup?: boolean;
}

/** Where the rail, the palette and the `g` keys lead. */
export const DESTINATIONS: readonly Destination[] = [
  { href: '/', label: 'My work', icon: 'inbox', key: 'm' },
  { href: '/apis', label: 'APIs', icon: 'braces', key: 'a' },
  { href: '/applications', label: 'Applications', icon: 'layers', key: 'p' },
  { href: '/findings', label: 'Findings', icon: 'triangle-alert', key: 'f' },
  { href: '/reviews', label: 'Reviews', icon: 'clipboard-check', key: 'r' },
  { href: '/teams', label: 'Teams', icon: 'users', key: 't' },
  { href: '/risk', label: 'Risk', icon: 'gauge', key: 'k', startsGroup: true },
  { href: '/audit', label: 'Audit', icon: 'scroll-text', key: 'u' },
  { href: '/settings', label: 'Settings', icon: 'settings', key: 's', startsGroup: true },
];

/** The destination that an address belongs to. */
export function destinationOf(pathname: string): Destination | undefined {
  return DESTINATIONS.find(({ href }) =>
    href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`),
  );
}

export interface Crumb {
  label: string;
  href: string | null;
  /** A slug, an id: shown in the mono face. */
  isName: boolean;
}

/** What is told apart by ids, which tell nobody which it is; its title stands below. */
const BY_ID = new Map([
  ['findings', 'Finding'],
  ['reviews', 'Review'],
]);

/** What stands where a name does and is none: something to be made, and the views of a description. */
const isNoName = (part: string, above: string) => part === 'new' || above === 'description';

/** The way down to an address. The last part is where one is, and no link. */
export function crumbsOf(pathname: string): readonly Crumb[] {
  const destination = destinationOf(pathname);
  if (!destination) return [];
  const parts = pathname.slice(destination.href.length).split('/').filter(Boolean);
  const crumbs: Crumb[] = [{ label: destination.label, href: destination.href, isName: false }];
  let href = destination.href;
  for (const [depth, part] of parts.entries()) {
    const above = parts[depth - 1] ?? destination.href.slice(1);
    href += `/${part}`;
    // Objects and their parts alternate: /apis/orders/reviews. What is made new is no object yet.
    const kind = depth % 2 === 0 ? BY_ID.get(above) : undefined;
    const isName =
      depth % 2 === 0 && kind === undefined && !isNoName(part, above) && destination.href !== '/settings';
    const label = kind ?? shortened(decodeURIComponent(part));
    // A part of an object may be called as a destination is: /teams/payouts/apis.
    const known = DESTINATIONS.find((one) => one.href === `/${part}`)?.label;
    const worded = known ?? label.charAt(0).toUpperCase() + label.slice(1).replaceAll('-', ' ');
    crumbs.push({
      label: isName ? label : worded,
      href,
      isName,
    });
  }
  return crumbs.map((crumb, index) => (index === crumbs.length - 1 ? { ...crumb, href: null } : crumb));
}

/** Ids are recognised by their beginning; whole they push everything else off a phone. */
const shortened = (name: string) =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name) ? `${name.slice(0, 8)}…` : name;
