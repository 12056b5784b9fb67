'use client';
import { useId, useRef, useState } from 'react';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import { lazyDialog } from './lazy-dialog.tsx';
import type { MenuProps } from './menu-items.tsx';

const load = async () => (await import('./menu-items.tsx')).MenuItems;
const MenuItems = lazyDialog(load);
const loadAhead = () => void load().catch(() => undefined);

/**
 * A button with verbs behind it. The browser opens it, closes it on Escape and on a press elsewhere, and gives the focus
 * back; what is inside loads when the pointer or the keyboard arrives at the button.
 */
export function Menu({
  label,
  text,
  icon,
  variant = 'ghost',
  size = 'md',
  triggerClassName,
  ...inside
}: MenuProps) {
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={text ? undefined : label}
        data-tip={text ? undefined : label}
        onPointerEnter={loadAhead}
        onFocus={loadAhead}
        className={triggerClassName ?? buttonClass(variant, size, !text)}
      >
        {icon && <Icon name={icon} size={text ? 14 : 16} />}
        {text}
        {text && !triggerClassName && <Icon name="chevron-down" size={14} className="-mr-1 opacity-70" />}
      </button>
      <div
        ref={popup}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        // After it is shown, so that what is inside can be measured and focused; and emptied only after it is hidden,
        // because the browser gives the focus back from what still has it.
        onToggle={(event) => setOpen(event.newState === 'open')}
        className="fixed w-60 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
      >
        {isOpen && <MenuItems {...inside} onClose={() => popup.current?.hidePopover()} />}
      </div>
    </>
  );
}
