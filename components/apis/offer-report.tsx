import { TextLink } from '../ui/text-link.tsx';

export interface OfferResult {
  api: string;
  outcome: 'accepted' | 'offered' | 'refused';
  detail?: string;
}

const WORDS = { accepted: 'Owned now', offered: 'Offered', refused: 'Refused' } as const;

/** Item by item, what was refused first. */
export function OfferReport({ results, team }: { results: readonly OfferResult[]; team: string }) {
  const ordered = results.toSorted(
    (a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'),
  );
  return (
    <ul className="max-h-80 divide-y divide-line overflow-y-auto text-13" aria-label={`Offers to ${team}`}>
      {ordered.map((result) => (
        <li key={result.api} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
          <TextLink href={`/apis/${result.api}`}>{result.api}</TextLink>
          <span className={result.outcome === 'refused' ? 'text-prevented' : 'text-muted'}>
            {WORDS[result.outcome]}
          </span>
          {result.detail && <span className="w-full text-12 text-muted">{result.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
