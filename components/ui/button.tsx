import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import type { ButtonSize, ButtonVariant } from './button-class.ts';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName | undefined;
  iconEnd?: IconName | undefined;
  /** Why it cannot be pressed. The button stays in the tab order and says so on hover, focus and to screen readers. */
  disabledReason?: string | null | undefined;
  /** Shows that the press is being worked on, and ignores further ones. */
  busy?: boolean | undefined;
  /** A key that does the same, shown on the button; registering it is up to the page (`useShortcuts`). */
  shortcut?: string | undefined;
  tip?: string | undefined;
  children: ReactNode;
}

/** A verb. One `primary` a page. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  iconEnd,
  disabledReason,
  busy = false,
  shortcut,
  tip,
  className,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const isDisabled = busy || Boolean(disabledReason);
  return (
    <button
      {...rest}
      type={isDisabled ? 'button' : type}
      className={buttonClass(variant, size, false, className)}
      data-tip={disabledReason ?? tip}
      {...(isDisabled ? { 'aria-disabled': true } : onClick ? { onClick } : {})}
      {...(busy ? { 'aria-busy': true } : {})}
      {...(disabledReason ? { 'aria-describedby': reasonId } : {})}
    >
      {busy ? (
        <Icon name="loader-circle" size={14} className="spinner" />
      ) : (
        icon && <Icon name={icon} size={14} />
      )}
      {children}
      {shortcut && <Kbd keys={shortcut} className="ml-0.5 -mr-1" />}
      {iconEnd && <Icon name={iconEnd} size={14} className="-mr-0.5" />}
      {disabledReason && (
        // Hidden, so that it describes the button without becoming part of its name.
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  );
}
