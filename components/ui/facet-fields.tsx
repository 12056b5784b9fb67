'use client';
import { useId, useState } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface FacetValue {
  value: string;
  label?: string;
  /** Rows it would leave; absent where the list does not count. */
  count?: number;
}

export interface FacetGroup {
  /** The filter's name in the address. */
  name: string;
  title: string;
  values: readonly FacetValue[];
}

export interface FacetListProps {
  groups: readonly FacetGroup[];
  /** Chosen values by filter: `address.filters`. */
  chosen: Readonly<Record<string, readonly string[]>>;
  onToggle: (name: string, value: string) => void;
  /** Words for values that the interface gives no label for. */
  words?: Readonly<Record<string, string>>;
}

/** Values shown before "Show all" is pressed. */
const FEW = 6;

function Facet({
  group,
  chosen,
  onToggle,
  words,
}: { group: FacetGroup; chosen: readonly string[] } & Pick<FacetListProps, 'onToggle' | 'words'>) {
  const [isLong, setLong] = useState(false);
  const id = useId();
  // A chosen value stays in sight even when nothing counts to it any more.
  const listed = [
    ...group.values,
    ...chosen
      .filter((value) => !group.values.some((one) => one.value === value))
      .map((value) => ({ value, count: 0 })),
  ];
  // A heading over nothing says nothing.
  if (listed.length === 0) return null;
  const values = isLong ? listed : listed.filter((one, index) => index < FEW || chosen.includes(one.value));
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium text-muted">{group.title}</legend>
      <ul id={id}>
        {values.map((one: FacetValue) => {
          const isChosen = chosen.includes(one.value);
          return (
            <li key={one.value}>
              <label className="group -mx-2 flex min-h-7 items-center gap-2 rounded-sm px-2 text-13 hover:bg-hover pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  className="tick"
                  checked={isChosen}
                  onChange={() => onToggle(group.name, one.value)}
                />
                <span className={cx('min-w-0 flex-1 truncate', isChosen && 'font-medium')}>
                  {one.label ?? words?.[one.value] ?? one.value}
                </span>
                {one.count !== undefined && (
                  <span className="text-12 text-muted">{formatCount(one.count)}</span>
                )}
              </label>
            </li>
          );
        })}
      </ul>
      {listed.length > values.length + (isLong ? 1 : 0) || isLong ? (
        <button
          type="button"
          aria-controls={id}
          aria-expanded={isLong}
          onClick={() => setLong(!isLong)}
          className="mt-0.5 inline-flex items-center gap-1 rounded-sm text-12 text-muted hover:text-text"
        >
          <Icon name={isLong ? 'chevron-up' : 'chevron-down'} size={12} />
          {isLong ? 'Show fewer' : `Show all ${listed.length}`}
        </button>
      ) : null}
    </fieldset>
  );
}

/** Filters with how many rows each would leave. */
export function FacetFields({ groups, chosen, onToggle, words }: FacetListProps) {
  return (
    <div className="space-y-5">
      {groups.map((group) => (
        <Facet
          key={group.name}
          group={group}
          chosen={chosen[group.name] ?? []}
          onToggle={onToggle}
          words={words}
        />
      ))}
    </div>
  );
}
