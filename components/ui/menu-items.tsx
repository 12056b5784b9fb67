'use client';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent, ReactNode } from 'react';
import { Fragment, useEffect, useLayoutEffect, useRef } from 'react';
import type { ButtonSize, ButtonVariant } from './button-class.ts';
import { cx } from './class-names.ts';
import type { IconName } from './icon-names.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { keepPlacing, moveTo } from './move-to.ts';

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

const choices = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[data-item]')];

/** Arrows move, Home and End jump, a letter goes to the next item that starts with it. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = choices(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const letter =
    event.key.length === 1 && /\S/.test(event.key) && !event.metaKey && !event.ctrlKey
      ? event.key.toLowerCase()
      : null;
  const starts = (item: HTMLElement) =>
    item.textContent
      ?.trim()
      .toLowerCase()
      .startsWith(letter ?? ' ') ?? false;
  const next =
    event.key === 'ArrowDown'
      ? items[(at + 1) % items.length]
      : event.key === 'ArrowUp'
        ? items[(at - 1 + items.length) % items.length]
        : event.key === 'Home'
          ? items[0]
          : event.key === 'End'
            ? items.at(-1)
            : letter
              ? (items.slice(at + 1).find(starts) ?? items.find(starts))
              : undefined;
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

type MenuItemsProps = Pick<MenuProps, 'items' | 'align' | 'side' | 'head'> & { onClose: () => void };

/** What is in an open menu; `Menu` loads it when the pointer or the keyboard arrives at its button. */
export function MenuItems({ items, align = 'end', side = 'below', head, onClose }: MenuItemsProps) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popup = list.current?.closest<HTMLElement>('[popover]');
    const button = popup?.previousElementSibling;
    if (!popup || !button || !list.current) return;
    const place = () => moveTo(popup, button, { align, side });
    place();
    return keepPlacing(place);
  }, [align, side]);

  useEffect(() => {
    if (list.current) choices(list.current)[0]?.focus({ preventScroll: true });
  }, []);

  const choose = (item: MenuItem) => {
    if (item.disabledReason) return;
    onClose();
    item.onSelect?.();
    if (item.href) router.push(item.href);
  };

  return (
    // The keys belong to the menu around it, whose items are the only things that can be focused in here.
    <div ref={list} role="presentation" onKeyDown={moveFocus}>
      {head}
      {items.map((item) => (
        <Fragment key={item.label}>
          {item.startsGroup && <hr className="-mx-1 my-1 border-line" />}
          <button
            type="button"
            data-item
            role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.isChecked}
            aria-disabled={item.disabledReason ? true : undefined}
            tabIndex={-1}
            onClick={() => choose(item)}
            onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
            className={cx(
              'flex min-h-8 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-13 outline-none focus:bg-active pointer-coarse:min-h-11',
              item.isDanger && 'text-prevented',
            )}
          >
            {item.icon && <Icon name={item.icon} size={14} className={item.isDanger ? '' : 'text-muted'} />}
            <span className={cx('min-w-0 flex-1', item.disabledReason && 'text-muted')}>
              {item.label}
              {item.disabledReason && <span className="block text-12">{item.disabledReason}</span>}
            </span>
            {item.isChecked && <Icon name="check" size={14} />}
            {item.shortcut && <Kbd keys={item.shortcut} className="text-muted" />}
          </button>
        </Fragment>
      ))}
    </div>
  );
}
