'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { keepPlacing, moveTo } from './move-to.ts';

interface ColumnChoicesProps {
  columns: readonly { key: string; header: string }[];
  /** Keys of those that show. */
  keys: readonly string[];
  onChange: (columns: readonly string[] | null) => void;
}

/** What is in an open `ColumnsMenu`: every column but the first, which always shows. */
export function ColumnChoices({ columns, keys, onChange }: ColumnChoicesProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popup = list.current?.closest<HTMLElement>('[popover]');
    const button = popup?.previousElementSibling;
    if (!popup || !button) return;
    const place = () => moveTo(popup, button, { align: 'end' });
    place();
    return keepPlacing(place);
  }, []);

  useEffect(() => list.current?.querySelector('input')?.focus({ preventScroll: true }), []);

  return (
    <div ref={list} role="presentation">
      {columns.slice(1).map(({ key, header }) => (
        <label
          key={key}
          className="flex min-h-8 items-center gap-2 rounded-sm px-2 text-13 hover:bg-active pointer-coarse:min-h-11"
        >
          <input
            type="checkbox"
            className="tick"
            checked={keys.includes(key)}
            onChange={() => onChange(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])}
          />
          {header}
        </label>
      ))}
      <button
        type="button"
        onClick={() => onChange(null)}
        className="mt-1 flex min-h-8 w-full items-center rounded-sm border-t border-line px-2 text-13 text-muted hover:text-text"
      >
        Usual columns
      </button>
    </div>
  );
}
