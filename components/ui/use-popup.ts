'use client';
import type { ToggleEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { keepPlacing, moveTo } from './move-to.ts';

interface PopupOptions {
  align?: 'start' | 'end';
  side?: 'above' | 'below';
  onOpen?: (popup: HTMLElement) => void;
}

/**
 * A button and the popup it opens. The browser toggles it, closes it on Escape and on a press elsewhere, and gives the
 * focus back; this only finds its place. Spread `triggerProps` on the button and `popupProps` on the popup.
 */
export function usePopup({ align = 'start', side = 'below', onOpen }: PopupOptions = {}) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const place = () => {
    if (trigger.current && popup.current) moveTo(popup.current, trigger.current, { align, side });
  };

  useEffect(() => (isOpen ? keepPlacing(place) : undefined));

  const onBeforeToggle = (event: ToggleEvent<HTMLElement>) => {
    if (event.newState !== 'open') return setOpen(false);
    setOpen(true);
    // It has no size before it is shown; the next frame comes before anything is painted.
    requestAnimationFrame(() => {
      place();
      if (popup.current) onOpen?.(popup.current);
    });
  };

  return {
    isOpen,
    close: () => popup.current?.hidePopover(),
    triggerProps: { ref: trigger, popoverTarget: id, 'aria-expanded': isOpen } as const,
    popupProps: { ref: popup, id, popover: 'auto', onBeforeToggle } as const,
  };
}
