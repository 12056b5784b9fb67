import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { Button } from './button.tsx';
import type { ButtonSize, ButtonVariant } from './button-class.ts';
import { buttonClass } from './button-class.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

interface LinkButtonProps {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  className?: string;
  /** Why one may not go there: the place would only refuse. */
  disabledReason?: string | undefined;
  children: ReactNode;
}

/** Goes somewhere, looks like a button. */
export function LinkButton({
  href,
  variant = 'secondary',
  size = 'md',
  icon,
  className,
  disabledReason,
  children,
}: LinkButtonProps) {
  if (disabledReason) return <Button {...{ variant, size, icon, className, disabledReason, children }} />;
  return (
    <AppLink href={href} className={buttonClass(variant, size, false, className)}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </AppLink>
  );
}
