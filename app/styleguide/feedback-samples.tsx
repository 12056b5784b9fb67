'use client';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorNote, ErrorState } from '#components/ui/error-state.tsx';
import { Note } from '#components/ui/note.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';

const FRAME = 'overflow-clip rounded-md border border-line bg-raised';

const PROBLEM = new ApiProblem({
  status: 503,
  title: 'Unavailable',
  detail: 'The database does not answer.',
  requestId: '0193b2f1-5c1e',
});

const COLUMNS = [
  { key: 'name', header: 'Name', cell: () => null },
  { key: 'owner', header: 'Owner', cell: () => null },
  { key: 'tier', header: 'Tier', cell: () => null },
];

export function FeedbackSamples() {
  return (
    <Section title="Nothing, waiting, failing" frame="none">
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        <div className={FRAME}>
          <EmptyState
            kind="nothing"
            title="No API is registered yet"
            action={<Button variant="primary">Register an API</Button>}
          >
            Register one by hand, or import a catalogue.
          </EmptyState>
        </div>
        <div className={FRAME}>
          <EmptyState
            kind="filtered"
            title="No API matches these filters"
            action={<Button>Clear filters</Button>}
          />
        </div>
        <div className={FRAME}>
          <EmptyState kind="forbidden" title="You may not see this review">
            Members of Payments and security reviewers may. Ask Maria Lindqvist.
          </EmptyState>
        </div>
        <div className={FRAME}>
          <ErrorState error={PROBLEM} onRetry={() => undefined} />
        </div>
        <div className={`${FRAME} space-y-3 p-4`}>
          <Note>Staging only records what it would have said.</Note>
          <Note tone="warning" title="Two people can still sign this">
            Both are away until Monday. The parent team is asked next.
          </Note>
          <Note
            tone="danger"
            title="Nobody can approve this API"
            action={<Button size="sm">Add an approver</Button>}
          />
          <Note tone="done">All questions are answered.</Note>
          <ErrorNote error={PROBLEM} />
        </div>
        <div className={`${FRAME} space-y-6 p-4`}>
          <Progress label="Offering APIs" done={84} total={150} failed={3} unit="APIs" />
          <Progress label="Scanning" done={0} total={2600} unit="descriptions" />
          <SkeletonText lines={4} />
        </div>
        <div className={`${FRAME} md:col-span-2 xl:col-span-3`}>
          <DataTable
            label="Loading"
            columns={COLUMNS}
            rows={[]}
            rowKey={() => ''}
            rowLabel={() => ''}
            isFirstLoad
            empty={null}
          />
        </div>
      </div>
    </Section>
  );
}
