'use client';
import { useWhyNot } from '#lib/client/use-me.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import type { ButtonVariant } from '../ui/button-class.ts';
import { LinkButton } from '../ui/link-button.tsx';

/** The way to the form for a new API, for everybody who may have one. */
export function RegisterLink({
  href = '/apis/new',
  variant = 'secondary',
}: {
  href?: string;
  variant?: ButtonVariant;
}) {
  const whyNot = useWhyNot();
  return (
    <LinkButton
      href={href}
      variant={variant}
      icon="plus"
      disabledReason={whyNot((standing) => mayRegister(standing, null))}
    >
      Register an API
    </LinkButton>
  );
}
