import { cx } from './class-names.ts';

/** First letters of the first and last word; of names in scripts without words, the first sign. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

interface PersonNameProps {
  name: string;
  email?: string | undefined;
  /** Their initials in front, where people are what the eye looks for. */
  avatar?: boolean;
  className?: string;
}

/** A person by name; the address on hover, because names are not unique. */
export function PersonName({ name, email, avatar, className }: PersonNameProps) {
  return (
    <span className={cx('inline-flex max-w-full items-center gap-1.5', className)} data-tip={email}>
      {avatar && (
        <span
          aria-hidden
          className="inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-active text-[10px] font-semibold text-muted"
        >
          {initials(name)}
        </span>
      )}
      <span className="truncate">{name}</span>
    </span>
  );
}
