import type { TextMarkDto, TextWindowDto } from '#lib/domain/revisions/text-dto.ts';
import { formatCount } from '#lib/client/format-number.ts';
import { LINES_SHOWN } from '#lib/client/text-address.ts';
import { tintLines } from '#lib/client/tint/tint-lines.ts';
import { Button } from '../ui/button.tsx';
import { TextLine } from './text-line.tsx';
import { TextMarks } from './text-marks.tsx';
import type { TextPlaceAddress } from './use-text-place.ts';

interface TextWindowProps {
  window: TextWindowDto;
  slug: string;
  chosen: number;
  address: TextPlaceAddress;
}

/** The lines of one part of a text, and the ways to the parts above and below. */
export function TextWindow({ window: shown, slug, chosen, address: { place, hrefOf, go } }: TextWindowProps) {
  const { from, lines, totalLines, cut } = shown;
  const last = from + lines.length - 1;
  const digits = String(totalLines).length;
  const byLine = Map.groupBy(
    shown.marks.map((mark, index) => ({ mark, index })),
    ({ mark }) => mark.line,
  );
  const choose = (mark: TextMarkDto) => go({ from, line: mark.line, finding: mark.findingId ?? null });
  const turn = (first: number) => go({ from: Math.max(1, first) }, true);
  return (
    <div className="overflow-clip rounded-md border border-line bg-raised">
      {from > 1 && (
        <Turn
          label="Earlier lines"
          until={from - 1}
          onTurn={() => turn(from - LINES_SHOWN)}
          edge="border-b"
        />
      )}
      <ol aria-label={`Lines ${from} to ${last}`} className="py-2">
        {tintLines(lines, shown.language, shown.opens).map((pieces, index) => {
          const line = from + index;
          const marks = byLine.get(line);
          return (
            <TextLine
              key={line}
              number={line}
              digits={digits}
              pieces={pieces}
              isCut={cut.includes(line)}
              isLit={line === place.line}
              href={hrefOf({ line })}
              onPick={() => go({ from, line })}
            >
              {marks && <TextMarks {...{ marks, digits, chosen, slug }} onChoose={choose} />}
            </TextLine>
          );
        })}
      </ol>
      {last < totalLines && (
        <Turn label="Later lines" until={totalLines - last} onTurn={() => turn(last + 1)} edge="border-t" />
      )}
    </div>
  );
}

function Turn({
  label,
  until,
  onTurn,
  edge,
}: {
  label: string;
  /** Lines there are in this direction. */
  until: number;
  onTurn: () => void;
  edge: string;
}) {
  return (
    <div className={`flex items-center gap-3 border-line bg-head px-3 py-1.5 ${edge}`}>
      <Button size="sm" onClick={onTurn}>
        {label}
      </Button>
      <span className="text-12 text-muted">{formatCount(until)} more</span>
    </div>
  );
}
