import type { TextMarkDto } from '#lib/domain/revisions/text-dto.ts';
import { cx } from '../ui/class-names.ts';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { MarkDetail } from './mark-detail.tsx';

interface TextMarksProps {
  marks: readonly { mark: TextMarkDto; index: number }[];
  digits: number;
  chosen: number;
  slug: string;
  onChoose: (mark: TextMarkDto) => void;
}

export const markId = (index: number) => `mark-${index}`;

/** What was found at a line, below it. On narrow screens the chosen one unfolds here. */
export function TextMarks({ marks, digits, chosen, slug, onChoose }: TextMarksProps) {
  return (
    <ul
      style={{ paddingLeft: `calc(${Math.max(3, digits) + 2} * 1ch)` }}
      className="pr-2 pb-0.5 font-mono text-12"
    >
      {marks.map(({ mark, index }) => (
        <li key={index} className="font-sans">
          <button
            type="button"
            id={markId(index)}
            aria-pressed={index === chosen}
            onClick={() => onChoose(mark)}
            className={cx(
              'flex w-full min-w-0 items-start gap-2 rounded-sm px-1.5 py-0.5 text-left text-13 outline-offset-[-2px] hover:bg-active',
              index === chosen && 'bg-active font-medium',
            )}
          >
            <span className="flex h-5 shrink-0 items-center">
              <SeverityBadge severity={mark.severity} plain />
            </span>
            <span
              className={cx(
                'min-w-0 leading-5',
                mark.state === 'false-positive' && 'text-muted line-through',
              )}
            >
              {mark.missing ? mark.missing.map(({ title }) => title).join('; ') : mark.title}
            </span>
          </button>
          {index === chosen && (
            <div className="my-1 rounded-md border border-line bg-raised p-3 xl:hidden">
              <MarkDetail mark={mark} slug={slug} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
