'use client';
import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';

/**
 * The keyboard of a text box with a list under it (the ARIA combobox pattern): arrows move a mark through the list while
 * the focus stays in the box. Returns what box, list and options need to name each other.
 */
export function useListbox({
  count,
  isOpen,
  isCurrent = () => true,
  onChoose,
}: {
  count: number;
  isOpen: boolean;
  /** Whether an option answers what is typed now. Enter chooses no other: it was pressed before the answer was seen. */
  isCurrent?: (index: number) => boolean;
  onChoose: (index: number) => void;
}) {
  const id = useId();
  const [marked, setMarked] = useState(0);
  const active = Math.min(marked, Math.max(0, count - 1));
  const optionId = (index: number) => `${id}option${index}`;

  const move = (to: number) => {
    const next = (to + count) % count;
    setMarked(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    // Also with nothing to choose: it must not send the form around the box.
    if (event.key === 'Enter') {
      if (count > 0 && isCurrent(active)) onChoose(active);
    } else if (count === 0) return;
    else if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else return;
    event.preventDefault();
  };

  return {
    active,
    setMarked,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': `${id}list`,
      'aria-activedescendant': isOpen && count > 0 ? optionId(active) : undefined,
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown,
    } as const,
    listProps: { role: 'listbox', id: `${id}list` } as const,
    optionProps: (index: number) =>
      ({
        role: 'option',
        id: optionId(index),
        'aria-selected': index === active,
        onPointerMove: () => setMarked(index),
        // The press must not take the focus out of the box.
        onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
        onClick: () => onChoose(index),
      }) as const,
  };
}
