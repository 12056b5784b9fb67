import type { ReactNode } from 'react';
import { cx } from '../ui/class-names.ts';

interface TextLineProps {
  number: number;
  /** As wide as the last number of the text. */
  digits: number;
  text: string;
  isCut?: boolean;
  /** Part of what is looked at. */
  isLit?: boolean;
  /** Makes the number a link to the line. */
  href?: string;
  onPick?: () => void;
  children?: ReactNode;
}

/** One line of a text with its number; what belongs to it stands below. */
export function TextLine({ number, digits, text, isCut, isLit, href, onPick, children }: TextLineProps) {
  const width = { width: `${Math.max(3, digits) + 2}ch` };
  const numeral = 'shrink-0 pr-[1ch] text-right text-muted select-none tabular-nums';
  return (
    <li
      id={`L${number}`}
      className={cx('border-l-2', isLit ? 'border-accent-text bg-accent-soft/60' : 'border-transparent')}
    >
      <div className="flex items-start font-mono text-12 leading-5">
        {href ? (
          <a
            href={href}
            tabIndex={-1}
            aria-label={`Line ${number}`}
            className={cx(numeral, 'hover:text-text')}
            style={width}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onPick?.();
            }}
          >
            {number}
          </a>
        ) : (
          <span className={numeral} style={width}>
            {number}
          </span>
        )}
        <code className="min-w-0 flex-1 pr-3 whitespace-pre-wrap wrap-anywhere">
          {text}
          {isCut && <span className="text-muted"> … the line goes on</span>}
        </code>
      </div>
      {children}
    </li>
  );
}
