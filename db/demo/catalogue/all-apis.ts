import type { CatalogueEntry } from './catalogue-entry.ts';
import { CORPORATE } from './corporate.ts';
import { FRONT_DOOR } from './front-door.ts';
import { GROUNDWORK } from './groundwork.ts';
import { KEELPAY } from './keelpay.ts';
import { LOFT } from './loft.ts';
import { MERCHANT } from './merchant.ts';
import { SKEIN } from './skein.ts';

/** Every API of the demonstration company. */
export const APIS: readonly CatalogueEntry[] = [
  ...KEELPAY,
  ...SKEIN,
  ...LOFT,
  ...FRONT_DOOR,
  ...MERCHANT,
  ...GROUNDWORK,
  ...CORPORATE,
];

const BY_SLUG = new Map(APIS.map((api) => [api.slug, api]));

export function findApi(slug: string): CatalogueEntry {
  const api = BY_SLUG.get(slug);
  if (!api) throw new Error(`no API ${slug}`);
  return api;
}
