'use client';
import { useEffect, useRef } from 'react';
import { exactTime } from '#lib/client/format-time.ts';
import { moveTo } from './move-to.ts';
import { TIP_TRIGGERS } from './tip-triggers.ts';

/** Long enough that a pointer passing by shows nothing, in milliseconds. */
const DELAY = 350;

function tipText(trigger: HTMLElement): string {
  const at = trigger.dataset.tipTime;
  if (at) return exactTime(Date.parse(at), Intl.DateTimeFormat().resolvedOptions().timeZone);
  return trigger.dataset.tip ?? '';
}

/** The bubble and what moves it; `TooltipLayer` loads it when something first asks for it. */
export function TooltipBubble() {
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const popup = bubble.current;
    if (!popup) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shownFor: HTMLElement | null = null;

    const hide = () => {
      clearTimeout(timer);
      if (popup.matches(':popover-open')) popup.hidePopover();
      if (shownFor?.getAttribute('aria-describedby') === popup.id)
        shownFor.removeAttribute('aria-describedby');
      shownFor = null;
    };
    const show = (trigger: HTMLElement) => {
      const text = tipText(trigger);
      // What has opened something already shows more than its name.
      if (!text || !trigger.isConnected || trigger.ariaExpanded === 'true') return;
      popup.textContent = text;
      if (trigger.dataset.tipKeys) {
        const keys = document.createElement('kbd');
        keys.textContent = trigger.dataset.tipKeys;
        popup.append(keys);
      }
      shownFor = trigger;
      // A described element keeps its own description; a name that equals the tip needs none.
      if (!trigger.hasAttribute('aria-describedby') && trigger.getAttribute('aria-label') !== text) {
        trigger.setAttribute('aria-describedby', popup.id);
      }
      popup.showPopover();
      moveTo(popup, trigger, { side: 'above', align: 'center', gap: 6 });
    };
    const arrive = (target: Element | null, isFocus: boolean) => {
      const trigger = target?.closest<HTMLElement>(TIP_TRIGGERS) ?? null;
      if (trigger === shownFor) return;
      hide();
      if (!trigger) return;
      if (isFocus && !trigger.matches(':focus-visible')) return;
      timer = setTimeout(() => show(trigger), isFocus ? 0 : DELAY);
    };
    const enter = (event: Event) => arrive(event.target as Element, event.type === 'focusin');
    // What is only waited for may still come to rest under the pointer.
    const scroll = () => shownFor && hide();
    const key = (event: KeyboardEvent) => event.key === 'Escape' && hide();

    // What asked for the bubble was there before it.
    arrive(document.activeElement, true);
    arrive([...document.querySelectorAll(':hover')].at(-1) ?? null, false);
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', key);
    document.addEventListener('scroll', scroll, true);
    return () => {
      hide();
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', key);
      document.removeEventListener('scroll', scroll, true);
    };
  }, []);

  return (
    <div
      ref={bubble}
      id="tooltip"
      role="tooltip"
      popover="manual"
      className="pointer-events-none fixed max-w-72 rounded-md bg-text px-2 py-1 text-12 text-surface [&_kbd]:ml-2 [&_kbd]:font-sans [&_kbd]:opacity-70"
    />
  );
}
