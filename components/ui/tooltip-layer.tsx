'use client';
import { useEffect, useState } from 'react';
import { lazyPart } from './lazy-part.tsx';
import { TIP_TRIGGERS } from './tip-triggers.ts';

const TooltipBubble = lazyPart(
  async () => (await import('./tooltip-bubble.tsx')).TooltipBubble,
  () => null,
);

/**
 * The one tooltip of a page. Anything with `data-tip` (a text) or `data-tip-time` (an ISO time, shown exactly and in the
 * person's zone) gets it on hover and on focus from the keyboard; Escape hides it. Loaded with the first thing that has one.
 */
export function TooltipLayer() {
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    if (isNeeded) return;
    const look = (event: Event) => {
      if ((event.target as Element).closest(TIP_TRIGGERS)) setNeeded(true);
    };
    document.addEventListener('pointerover', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerover', look);
      document.removeEventListener('focusin', look);
    };
  }, [isNeeded]);
  return isNeeded ? <TooltipBubble /> : null;
}
