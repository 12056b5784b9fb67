import { describe, expect, it } from 'vitest';
import { activeTab } from './tabs.tsx';

const paths = [
  { href: '/apis/orders', label: 'Overview' },
  { href: '/apis/orders/reviews', label: 'Reviews' },
];
const queries = [
  { href: '/risk', label: 'All' },
  { href: '/risk?tab=teams', label: 'Teams' },
];

describe('activeTab', () => {
  it.each([
    [paths, '/apis/orders', null, 'Overview'],
    [paths, '/apis/orders/reviews', null, 'Reviews'],
    [paths, '/apis/orders/reviews/12', null, 'Reviews'],
    [paths, '/apis/orders-v2', null, undefined],
    [queries, '/risk', null, 'All'],
    [queries, '/risk', 'teams', 'Teams'],
    [queries, '/risk', 'unknown', 'All'],
  ] as const)('%#: %2$s %3$s', (tabs, pathname, tab, expected) => {
    expect(activeTab(tabs, pathname, tab)?.label).toBe(expected);
  });
});
