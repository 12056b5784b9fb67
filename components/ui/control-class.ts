/** The look of everything that is typed into or chosen from. */
export const CONTROL =
  'w-full rounded-md border border-control bg-raised px-2.5 text-13 transition-colors hover:border-muted/60 aria-invalid:border-prevented disabled:bg-sunken disabled:text-muted pointer-coarse:text-16';

export const CONTROL_HEIGHT = 'h-8 pointer-coarse:h-11';
