import { formatCount } from '#lib/client/format-number.ts';

interface ProgressProps {
  label: string;
  done: number;
  total: number;
  failed?: number;
  /** What is counted: `APIs`. */
  unit?: string;
}

/** How far a piece of work has come, in figures and as a bar. */
export function Progress({ label, done, total, failed = 0, unit = '' }: ProgressProps) {
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`;
  const counted = `${formatCount(done)} of ${formatCount(total)}${unit && ` ${unit}`}`;
  return (
    <div>
      <div className="mb-1.5 flex justify-between gap-4 text-13">
        <span>{label}</span>
        <span className="text-muted">
          {counted}
          {failed > 0 && <span className="text-prevented">, {formatCount(failed)} failed</span>}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={counted}
        className="flex h-1.5 overflow-hidden rounded-full bg-active"
      >
        <span className="bg-accent" style={{ width: share(done - failed) }} />
        <span className="bg-prevented" style={{ width: share(failed) }} />
      </div>
    </div>
  );
}
