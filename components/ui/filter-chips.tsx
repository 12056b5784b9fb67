'use client';
import type { FilterChipsProps } from './filter-chips-shown.tsx';
import { lazyPart } from './lazy-part.tsx';

const ShownFilterChips = lazyPart(
  async () => (await import('./filter-chips-shown.tsx')).ShownFilterChips,
  () => null,
);

/** The filters in force, each one press away from gone. Loaded with the first filter. */
export function FilterChips(props: FilterChipsProps) {
  return props.chips.length > 0 ? <ShownFilterChips {...props} /> : null;
}
