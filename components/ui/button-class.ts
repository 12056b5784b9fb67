import { cx } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'chosen' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md';

const VARIANTS = {
  primary: 'bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover',
  secondary:
    'border border-control bg-raised not-aria-disabled:hover:bg-hover not-aria-disabled:active:bg-active',
  // One of several that is in force: marked, and not the page's primary action.
  chosen: 'border border-accent bg-accent-soft text-accent-text',
  ghost: 'text-muted not-aria-disabled:hover:bg-active not-aria-disabled:hover:text-text',
  danger: 'bg-danger text-on-accent not-aria-disabled:hover:bg-danger-hover',
} satisfies Record<ButtonVariant, string>;

const SIZES = { sm: 'h-7 px-2 text-12', md: 'h-8 px-3 text-13' } satisfies Record<ButtonSize, string>;
const SQUARES = { sm: 'size-7', md: 'size-8' } satisfies Record<ButtonSize, string>;

/** How a button looks, for everything that is one: buttons, links, menu triggers. */
export function buttonClass(
  variant: ButtonVariant,
  size: ButtonSize,
  isSquare = false,
  extra?: string,
): string {
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap',
    'touch-target transition-colors aria-disabled:opacity-55',
    VARIANTS[variant],
    isSquare ? SQUARES[size] : SIZES[size],
    extra,
  );
}
