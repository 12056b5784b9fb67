'use client';
import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import type { ButtonSize, ButtonVariant } from './button-class.ts';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { lazyDialog } from './lazy-dialog.tsx';

export interface MenuItem {
  label: string;
  icon?: IconName | undefined;
  onSelect?: () => void;
  href?: string;
  /** Shown under the label of an item that cannot be chosen. */
  disabledReason?: string | null | undefined;
  isDanger?: boolean;
  /** Makes it one of several choices. */
  isChecked?: boolean;
  shortcut?: string;
  /** Draws a line above. */
  startsGroup?: boolean;
}

export interface MenuProps {
  /** What the menu is for: accessible name of button and menu. */
  label: string;
  items: readonly MenuItem[];
  /** Text on the button; without it only the icon shows. */
  text?: ReactNode;
  icon?: IconName | undefined;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: 'start' | 'end';
  side?: 'above' | 'below';
  /** Something above the items that is not one of them. */
  head?: ReactNode;
  /** Replaces the look of the button. */
  triggerClassName?: string;
}

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
