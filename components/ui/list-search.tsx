'use client';
import { useEffect, useRef, useState } from 'react';
import { cx } from './class-names.ts';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Icon } from './icon.tsx';

/** Waits for a pause in typing before the list changes, in milliseconds. */
const PAUSE = 180;

/** Searches within a list. `/` jumps here. Takes `address.q` and `address.setText`. */
export function ListSearch({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed by something else: back, a saved view, "clear all".
  if (value !== shown) {
    setShown(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setShown(next);
      onChange(next);
    }, PAUSE);
  };
  return (
    <label className="relative block min-w-40 flex-1 sm:max-w-72">
      <span className="sr-only">{label}</span>
      <Icon
        name="search"
        size={14}
        className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted"
      />
      <input
        type="search"
        data-list-search
        value={text}
        placeholder={label}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (text) change('');
          else event.currentTarget.blur();
        }}
        className={cx(CONTROL, CONTROL_HEIGHT, 'pl-8 [&::-webkit-search-cancel-button]:hidden')}
      />
    </label>
  );
}
