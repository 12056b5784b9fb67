import type { ComponentProps } from 'react';
import { useId } from 'react';
import type { ButtonSize, ButtonVariant } from './button-class.ts';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'children'> {
  /** What it does, in words: the accessible name and the tooltip. */
  label: string;
  icon: IconName;
  variant?: ButtonVariant;
  size?: ButtonSize;
  disabledReason?: string | null | undefined;
  /** Shown in the tooltip, for example `⌘K`. */
  shortcut?: string | undefined;
}

/** A verb that everybody knows by its picture. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  disabledReason,
  shortcut,
  className,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const reasonId = useId();
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={buttonClass(variant, size, true, className)}
      data-tip={disabledReason ?? label}
      data-tip-keys={shortcut}
      {...(disabledReason
        ? { 'aria-disabled': true, 'aria-describedby': reasonId }
        : onClick
          ? { onClick }
          : {})}
    >
      <Icon name={icon} size={size === 'sm' ? 14 : 16} />
      {disabledReason && (
        // Hidden, so that it describes the button without becoming part of its name.
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  );
}
