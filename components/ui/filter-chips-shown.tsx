'use client';
import { Icon } from './icon.tsx';

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

/** The filters in force, each one press away from gone. */
export function ShownFilterChips({ chips, onRemove, onClear }: FilterChipsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <span
          key={`${chip.name}:${chip.value}`}
          className="inline-flex h-6 max-w-full items-center rounded-sm bg-accent-soft pl-2 text-12 text-accent-text"
        >
          <span className="truncate">{chip.label}</span>
          <button
            type="button"
            aria-label={`Remove filter ${chip.label}`}
            onClick={() => onRemove(chip)}
            className="touch-target ml-0.5 inline-flex size-6 items-center justify-center rounded-sm hover:bg-accent-text/15"
          >
            <Icon name="x" size={12} />
          </button>
        </span>
      ))}
      <button
        type="button"
        onClick={onClear}
        className="touch-target rounded-sm px-1 text-12 text-muted hover:text-text"
      >
        Clear all
      </button>
    </div>
  );
}
