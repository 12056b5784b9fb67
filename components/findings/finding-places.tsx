'use client';
import { excerptSearch } from '#lib/client/excerpt-search.ts';
import { formatCount } from '#lib/client/format-number.ts';
import { textAddress } from '#lib/client/text-address.ts';
import { tintLines } from '#lib/client/tint/tint-lines.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { ListPage } from '#lib/client/list-pages.ts';
import type { FindingDto, OccurrenceDto } from '#lib/domain/revisions/dto.ts';
import type { ExcerptDto, ExcerptsDto } from '#lib/domain/revisions/text-dto.ts';
import type { TextLanguage } from '#lib/domain/words.ts';
import { TextLine } from '../revisions/text-line.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { WithCode } from '../ui/with-code.tsx';

/** Places shown at once; the others unfold. */
const FEW = 3;
/** Where a finding stands: the piece of the description around each of its places. */
export function FindingPlaces({ finding }: { finding: FindingDto }) {
  const { api, revision, pointers } = finding;
  const search = excerptSearch(pointers);
  const { data, error } = useAnswer<ExcerptsDto>(`/apis/${api}/revisions/${revision}/excerpts`, search, {
    isEnabled: revision !== null && search !== '',
  });
  const missing = useMissing(finding, search);
  const found = new Map(data?.excerpts.map((excerpt) => [excerpt.pointer, excerpt]));
  const isPending = revision !== null && search !== '' && !data && !error;
  const place = (pointer: string) => (
    <li key={pointer}>
      <Place
        finding={finding}
        pointer={pointer}
        excerpt={found.get(pointer)}
        language={data?.language}
        missing={missing.get(pointer)}
        isPending={isPending}
      />
    </li>
  );
  return (
    <Section title="Places in the description" count={finding.occurrences} frame="none">
      {error && <ErrorNote error={error} during="reading" />}
      {pointers.length === 0 && <p className="text-13 text-muted">No place is named.</p>}
      <ul className="space-y-3">{pointers.slice(0, FEW).map(place)}</ul>
      {pointers.length > FEW && (
        <details className="mt-3 text-13">
          <summary className="cursor-pointer text-muted">{pointers.length - FEW} more of them</summary>
          <ul className="mt-3 space-y-3">{pointers.slice(FEW).map(place)}</ul>
        </details>
      )}
      {finding.occurrences > pointers.length && pointers.length > 0 && (
        <p className="mt-2 text-13 text-muted">
          {formatCount(pointers.length)} of {formatCount(finding.occurrences)} places are shown.
        </p>
      )}
    </Section>
  );
}

/** Places asked for at once have fewer occurrences than this. */
const MOST_OCCURRENCES = 200;

/** What is wrong at each place, where the finding has several rules as its cause and does not say it by itself. */
function useMissing({ api, revision, rule }: FindingDto, search: string): Map<string, OccurrenceDto[]> {
  const { data } = useAnswer<ListPage<OccurrenceDto>>(
    `/apis/${api}/revisions/${revision}/occurrences`,
    `${search}&limit=${MOST_OCCURRENCES}`,
    { isEnabled: revision !== null && search !== '' },
  );
  return Map.groupBy(
    data?.items.filter((one) => one.cause === rule && one.rule !== rule) ?? [],
    ({ pointer }) => pointer,
  );
}

const NOWHERE: Omit<ExcerptDto, 'pointer'> = { line: null, endLine: null, from: 1, lines: [] };

interface PlaceProps {
  finding: FindingDto;
  pointer: string;
  excerpt: ExcerptDto | undefined;
  language: TextLanguage | undefined;
  missing: readonly OccurrenceDto[] | undefined;
  isPending: boolean;
}

function Place({ finding, pointer, excerpt, language = 'json', missing = [], isPending }: PlaceProps) {
  const { api, revision, id, severity } = finding;
  const { line, endLine, from, lines, opens } = excerpt ?? NOWHERE;
  const isAll = severity === 'low' || severity === 'info';
  return (
    <div className="overflow-clip rounded-md border border-line bg-raised">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line bg-head px-3 py-1.5 text-12">
        <code className="min-w-0 font-mono wrap-anywhere">
          {pointer === '' ? 'The whole document' : pointer}
        </code>
        {line !== null && (
          <TextLink
            href={`/apis/${api}/description/text${textAddress({ revision, line, finding: id, isAll })}`}
          >
            Line {formatCount(line)}
          </TextLink>
        )}
        {missing.length > 0 && (
          <ul className="w-full text-13">
            {missing.map(({ rule, title, fix }) => (
              <li key={rule}>
                {title}. <WithCode text={fix} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {lines.length > 0 && line !== null ? (
        <ol className="py-1.5" aria-label={`Lines ${from} to ${from + lines.length - 1}`}>
          {tintLines(lines, language, opens).map((pieces, index) => (
            <TextLine
              key={from + index}
              number={from + index}
              digits={String(from + lines.length).length}
              pieces={pieces}
              isLit={from + index >= line && from + index <= (endLine ?? line)}
            />
          ))}
        </ol>
      ) : isPending ? (
        <div className="h-38 space-y-2 p-3">
          <Skeleton className="w-2/5" />
          <Skeleton className="w-3/5" />
          <Skeleton className="w-1/2" />
        </div>
      ) : null}
    </div>
  );
}
