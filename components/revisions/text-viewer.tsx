'use client';
import { useEffect, useRef } from 'react';
import { formatCounted } from '#lib/client/format-number.ts';
import { chosenMark, stepMarks } from '#lib/client/step-marks.ts';
import { firstShown, textSearch } from '#lib/client/text-address.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import { useList } from '#lib/client/use-list.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { TextWindowDto } from '#lib/domain/revisions/text-dto.ts';
import { RevisionPicker } from '../apis/revision-picker.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Note } from '../ui/note.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { MarkDetail } from './mark-detail.tsx';
import { markId } from './text-marks.tsx';
import { TextSearch } from './text-search.tsx';
import { TextWindow } from './text-window.tsx';
import { useTextPlace } from './use-text-place.ts';

const FEW_REVISIONS = 50;

/** The text of a revision with its findings at their lines, and the finding looked at beside it. */
export function TextViewer({ slug, revisionId }: { slug: string; revisionId: string }) {
  const path = `/apis/${slug}/revisions/${revisionId}/text`;
  const address = useTextPlace();
  const { place, go } = address;
  const {
    data: shown,
    error,
    refetch,
    isPlaceholderData,
  } = useAnswer<TextWindowDto>(path, textSearch(place), { keepsLast: true });
  const { data: revision } = useAnswer<RevisionDto>(`/apis/${slug}/revisions/${revisionId}`);
  const revisions = useList<RevisionDto>(`/apis/${slug}/revisions`, '', FEW_REVISIONS);
  const chosen = shown && !isPlaceholderData ? chosenMark(shown, place.line, place.finding) : -1;
  const mark = shown?.marks[chosen];
  useInSight(place.line, chosen, shown !== undefined && !isPlaceholderData);

  const next = (by: 1 | -1) => (shown ? stepMarks(shown, chosen, place.line, by) : null);
  const step = (by: 1 | -1) => {
    const to = next(by);
    if (!to || !shown) return;
    const isLoaded = to.line >= shown.from && to.line < shown.from + shown.lines.length;
    go({ ...to, from: isLoaded ? shown.from : firstShown(to.line) });
  };
  useShortcuts('Findings in the text', [
    { keys: 'n', label: 'Next finding', run: () => step(1) },
    { keys: 'p', label: 'Finding before', run: () => step(-1) },
    { keys: 'Escape', label: 'Close the finding', run: () => go({ from: shown?.from ?? place.from }) },
  ]);

  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-16 font-semibold">
          {revision ? `${revision.title || 'Untitled'} ${revision.version}` : 'Description'}
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          {revision && <RevisionPicker revisions={revisions.rows} chosen={revision} />}
          <LinkButton size="sm" icon="download" href={`/api/v1/apis/${slug}/revisions/${revisionId}?raw=1`}>
            Exact bytes
          </LinkButton>
          <LinkButton size="sm" icon="arrow-left" href={`/apis/${slug}/description?revision=${revisionId}`}>
            Operations
          </LinkButton>
        </div>
      </header>
      {!shown ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonText lines={16} />
        )
      ) : (
        <>
          {shown.isIndented && (
            <Note>The upload has lines too long to read. It is shown here with one member a line.</Note>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <TextSearch
              path={path}
              line={place.line}
              totalLines={shown.totalLines}
              onFound={(line) => go({ line, from: firstShown(line) }, true)}
            />
            <Button
              size="sm"
              shortcut="P"
              disabledReason={next(-1) ? undefined : 'No finding stands above.'}
              onClick={() => step(-1)}
            >
              Previous
            </Button>
            <Button
              size="sm"
              shortcut="N"
              disabledReason={next(1) ? undefined : 'No finding stands below.'}
              onClick={() => step(1)}
            >
              Next finding
            </Button>
            <Button
              size="sm"
              aria-pressed={place.isAll}
              variant={place.isAll ? 'secondary' : 'ghost'}
              onClick={() => go({ from: place.from, line: place.line, isAll: !place.isAll })}
            >
              Show low and information
            </Button>
            <p role="status" className="ml-auto text-13 text-muted">
              {formatCounted(shown.totalLines, 'line')}, {formatCounted(shown.markedLines, 'marked line')}
            </p>
          </div>
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
          <div
            className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]"
            aria-busy={isPlaceholderData}
          >
            <TextWindow window={shown} {...{ slug, chosen, address }} />
            <aside
              aria-label="Finding"
              className="sticky top-16 hidden max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-md border border-line bg-raised p-4 xl:block"
            >
              {mark ? (
                <MarkDetail mark={mark} slug={slug} />
              ) : (
                <p className="text-13 text-muted">
                  {shown.markedLines > 0
                    ? 'Choose a finding in the text to see why it matters and how to mend it.'
                    : 'Nothing is marked in this text.'}
                </p>
              )}
            </aside>
          </div>
        </>
      )}
    </>
  );
}

/** Brings what the address names into sight, and the focus to its mark, whenever that changes. */
function useInSight(line: number | null, chosen: number, isLoaded: boolean) {
  const last = useRef('');
  useEffect(() => {
    const key = `${line} ${chosen}`;
    if (!isLoaded || line === null || key === last.current) return;
    last.current = key;
    const row = document.getElementById(`L${line}`);
    const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
    if (top < 96 || bottom > window.innerHeight - 96) row?.scrollIntoView({ block: 'center' });
    document.getElementById(markId(chosen))?.focus({ preventScroll: true });
  }, [line, chosen, isLoaded]);
}
