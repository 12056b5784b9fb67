'use client';
import type { Facets } from '#lib/domain/page.ts';
import type { FacetValue, FacetGroup, FacetListProps } from './facet-fields.tsx';
import { lazyPart } from './lazy-part.tsx';

/**
 * Titles of facets, by filter, and the values of a closed list in the order in which people think of them. Counts come
 * with the answer; where it counts nothing, the values alone show.
 */
export type FacetTitles = Readonly<Record<string, { title: string; values?: readonly string[] }>>;

/** Counted values in the order of a closed list; what the list does not know comes last. */
function inOrder(counted: readonly FacetValue[], order: readonly string[] = []): readonly FacetValue[] {
  const place = ({ value }: FacetValue) => (order.includes(value) ? order.indexOf(value) : order.length);
  return counted.toSorted((a, b) => place(a) - place(b));
}

/** The facets of a list with what it counted. */
export function facetGroups(titles: FacetTitles | undefined, counted: Facets | undefined): FacetGroup[] {
  return Object.entries(titles ?? {}).map(([name, { title, values }]) => ({
    name,
    title,
    values: counted?.[name] ? inOrder(counted[name], values) : (values ?? []).map((value) => ({ value })),
  }));
}

/** Filters with how many rows each would leave. On the page from the start; what makes them work comes after the rows. */
export const FacetList = lazyPart<FacetListProps>(
  async () => (await import('./facet-fields.tsx')).FacetFields,
  () => null,
);
