import { FINDING_WORDS } from './finding-words.ts';

export interface JudgedFinding {
  id: string;
  name: string;
  outcome: 'judged' | 'refused';
  state?: string;
  detail?: string;
}

/** Item by item, what was refused first. */
export function JudgeReport({ results }: { results: readonly JudgedFinding[] }) {
  const ordered = results.toSorted(
    (a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'),
  );
  return (
    <ul className="max-h-80 divide-y divide-line overflow-y-auto text-13" aria-label="Findings" tabIndex={0}>
      {ordered.map(({ id, name, outcome, state, detail }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5 py-1.5">
          <span className="min-w-0 wrap-anywhere">{name}</span>
          <span className={outcome === 'refused' ? 'text-prevented' : 'text-muted'}>
            {outcome === 'refused' ? 'Refused' : FINDING_WORDS[state ?? '']}
          </span>
          {detail && <span className="w-full text-12 text-muted">{detail}</span>}
        </li>
      ))}
    </ul>
  );
}
