import { cx } from './class-names.ts';

/** Keys as printed on them; `g a` is one after the other. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx('inline-flex gap-0.5', className)}>
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-[11px] leading-none font-medium"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
