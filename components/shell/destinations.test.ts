import { describe, expect, it } from 'vitest';
import { DESTINATIONS, crumbsOf, destinationOf } from './destinations.ts';

describe('destinations', () => {
  it('have keys of their own', () => {
    expect(new Set(DESTINATIONS.map(({ key }) => key)).size).toBe(DESTINATIONS.length);
  });

  it.each([
    ['/', 'My work'],
    ['/apis', 'APIs'],
    ['/apis/orders/reviews', 'APIs'],
    ['/apis-old', undefined],
    ['/sign-in', undefined],
  ])('%s belongs to %s', (pathname, label) => {
    expect(destinationOf(pathname)?.label).toBe(label);
  });
});

describe('crumbsOf', () => {
  const shown = (pathname: string) =>
    crumbsOf(pathname).map(({ label, href }) => `${label}${href ? ` → ${href}` : ''}`);

  it.each([
    ['/', ['My work']],
    ['/apis', ['APIs']],
    ['/apis/orders', ['APIs → /apis', 'orders']],
    ['/apis/orders/gate-history', ['APIs → /apis', 'orders → /apis/orders', 'Gate history']],
    ['/teams/payouts/apis', ['Teams → /teams', 'payouts → /teams/payouts', 'APIs']],
    ['/apis/new', ['APIs → /apis', 'New']],
    ['/apis/text', ['APIs → /apis', 'text']],
    [
      '/apis/orders/description/text',
      ['APIs → /apis', 'orders → /apis/orders', 'Description → /apis/orders/description', 'Text'],
    ],
    [
      '/apis/orders/findings/01a20e0e-6857-7e25-8f5f-a1c7ab5e9c73',
      ['APIs → /apis', 'orders → /apis/orders', 'Findings → /apis/orders/findings', 'Finding'],
    ],
    ['/reviews/01a1eebe-2080-7890-bf73-058fb132638d', ['Reviews → /reviews', 'Review']],
    ['/apis/orders/reviews', ['APIs → /apis', 'orders → /apis/orders', 'Reviews']],
    ['/apis/reviews/gate', ['APIs → /apis', 'reviews → /apis/reviews', 'Gate']],
    ['/settings/tokens', ['Settings → /settings', 'Tokens']],
    ['/sign-in', []],
  ])('%s', (pathname, expected) => {
    expect(shown(pathname)).toEqual(expected);
  });
});
