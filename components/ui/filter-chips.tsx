'use client';
import { lazyPart } from './lazy-part.tsx';

export interface Chip {
  name: string;
  value: string;
  /** `Tier: high`. */
  label: string;
}

export interface FilterChipsProps {
  chips: readonly Chip[];
  onRemove: (chip: Chip) => void;
  onClear: () => void;
}

const ShownFilterChips = lazyPart(
  async () => (await import('./filter-chips-shown.tsx')).ShownFilterChips,
  () => null,
);

/** The filters in force, each one press away from gone. Loaded with the first filter. */
export function FilterChips(props: FilterChipsProps) {
  return props.chips.length > 0 ? <ShownFilterChips {...props} /> : null;
}
