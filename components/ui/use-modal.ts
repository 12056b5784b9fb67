'use client';
import type { PointerEvent, SyntheticEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';

/**
 * A modal `<dialog>` for as long as the component is on the page. The browser keeps the focus inside and gives it back
 * when the dialog closes, which must happen while it is still in the document: hence a component of its own and a layout
 * effect, whose end runs before the element is taken out. Spread the result on the `<dialog>`.
 */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // The browser would take the first thing in order, the button that closes. On phones a field would open the keyboard.
    const isPointer = window.matchMedia('(pointer: fine)').matches;
    const field = isPointer ? dialog?.querySelector<HTMLElement>('input, select, textarea') : null;
    (field ?? dialog)?.focus();
    return () => dialog?.close();
  }, []);
  return {
    ref,
    tabIndex: -1,
    onCancel: (event: SyntheticEvent) => {
      event.preventDefault();
      onClose();
    },
    // A press on the dialog itself, not on what is in it, is one on the backdrop.
    onPointerDown: (event: PointerEvent) => {
      if (event.target === event.currentTarget) onClose();
    },
  };
}
