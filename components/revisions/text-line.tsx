import type { ReactNode } from 'react';
import type { Tint, TintedPiece } from '#lib/client/tint/tint-lines.ts';
import { cx } from '../ui/class-names.ts';

const INKS = {
  name: 'text-code-name',
  text: 'text-code-text',
  word: 'text-code-word',
  remark: 'text-muted',
} as const satisfies Record<Tint, string>;

interface TextLineProps {
  number: number;
  /** As wide as the last number of the text. */
  digits: number;
  /** Together the line. */
  pieces: readonly TintedPiece[];
  isCut?: boolean;
  /** Part of what is looked at. */
  isLit?: boolean;
  /** Makes the number a link to the line. */
  href?: string;
  onPick?: () => void;
  children?: ReactNode;
}

/** One line of a text with its number; what belongs to it stands below. */
export function TextLine({ number, digits, pieces, isCut, isLit, href, onPick, children }: TextLineProps) {
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
          {pieces.map(([text, tint], index) =>
            tint === null ? (
              text
            ) : (
              // The pieces of a line have no names but their order.
              <span key={index} className={INKS[tint]}>
                {text}
              </span>
            ),
          )}
          {isCut && <span className="text-muted"> … the line goes on</span>}
        </code>
      </div>
      {children}
    </li>
  );
}
