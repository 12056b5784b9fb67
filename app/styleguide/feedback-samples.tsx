'use client';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorNote, ErrorState } from '#components/ui/error-state.tsx';
import { Note } from '#components/ui/note.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';

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
        <Card isFlush>
          <EmptyState
            kind="nothing"
            title="No API is registered yet"
            action={<Button variant="primary">Register an API</Button>}
          >
            Register one by hand, or import a catalogue.
          </EmptyState>
        </Card>
        <Card isFlush>
          <EmptyState
            kind="filtered"
            title="No API matches these filters"
            action={<Button>Clear filters</Button>}
          />
        </Card>
        <Card isFlush>
          <EmptyState kind="forbidden" title="You may not see this review">
            Members of Payments and security reviewers may. Ask Maria Lindqvist.
          </EmptyState>
        </Card>
        <Card isFlush>
          <ErrorState error={PROBLEM} onRetry={() => undefined} />
        </Card>
        <Card className="space-y-3">
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
        </Card>
        <Card className="space-y-6">
          <Progress label="Offering APIs" done={84} total={150} failed={3} unit="APIs" />
          <Progress label="Scanning" done={0} total={2600} unit="descriptions" />
          <SkeletonText lines={4} />
        </Card>
        <Card isFlush className="md:col-span-2 xl:col-span-3">
          <DataTable
            label="Loading"
            columns={COLUMNS}
            rows={[]}
            rowKey={() => ''}
            rowLabel={() => ''}
            isFirstLoad
            empty={null}
          />
        </Card>
      </div>
    </Section>
  );
}
