'use client';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import { isLive } from '#lib/domain/review/transitions.ts';
import { REVIEW_STATES } from '#lib/domain/words.ts';
import { DueTime } from '../ui/due-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import { ReviewStateBadge } from '../ui/review-state-badge.tsx';
import type { Column } from '../ui/table-column.ts';
import { TierBadge } from '../ui/tier-badge.tsx';
import { Tip } from '../ui/tip.tsx';
import { APPROVAL_ROLE_WORDS } from '../ui/value-words.ts';
import { REVIEW_LIST } from './review-list-spec.ts';
import { REVIEW_WORDS } from './review-words.ts';

const COLUMNS: readonly Column<ReviewRowDto>[] = [
  {
    key: 'api',
    header: 'Review of',
    width: '28%',
    cell: (review) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{review.api.name}</span>
        <span className="truncate text-12 text-muted">{review.environment}</span>
      </span>
    ),
  },
  {
    key: 'state',
    header: 'State',
    width: 160,
    cell: (review) => <ReviewStateBadge state={review.state} plain />,
  },
  {
    key: 'tier',
    header: 'Tier',
    width: 92,
    priority: 2,
    cell: (review) => <TierBadge tier={review.tier} plain />,
  },
  {
    key: 'answered',
    header: 'Answered',
    width: 100,
    align: 'end',
    priority: 2,
    cell: (review) => (
      <span className="tabular-nums">
        {review.answered} of {review.items}
      </span>
    ),
  },
  {
    key: 'missing',
    header: 'Waits for',
    width: 150,
    cell: (review) =>
      review.void ? (
        <Tip className="truncate text-muted" text={review.void}>
          Overtaken
        </Tip>
      ) : review.state === 'open' ? (
        review.missingRoles.map((role) => APPROVAL_ROLE_WORDS[role]).join(' and ')
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    key: 'requestedBy',
    header: 'Requested by',
    width: 170,
    priority: 3,
    cell: (review) => <PersonName name={review.requestedBy.name} email={review.requestedBy.email} />,
  },
  {
    key: 'dueAt',
    header: 'Due',
    sort: 'dueAt',
    width: 110,
    cell: (review) =>
      review.dueAt && isLive(review.state) && !review.void ? (
        <DueTime at={review.dueAt} />
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    key: 'createdAt',
    header: 'Requested',
    sort: 'createdAt',
    startsDescending: true,
    width: 110,
    priority: 3,
    align: 'end',
    cell: (review) => <RelativeTime at={review.createdAt} />,
  },
];

const VIEWS = [
  { label: 'Waiting for me', query: 'waitingFor=me&sort=dueAt' },
  { label: 'My requests', query: 'requestedBy=me&sort=-createdAt' },
  { label: 'Open', query: 'state=open&sort=dueAt' },
  { label: 'All', query: 'sort=-createdAt' },
];

const FACETS = { state: { title: 'State', values: REVIEW_STATES } };

const keyOf = (review: ReviewRowDto) => review.id;
const nameOf = (review: ReviewRowDto) => `${review.api.name} to ${review.environment}`;
const hrefOf = (review: ReviewRowDto) => `/reviews/${review.id}`;

/** Reviews of one API, or of all. */
export function ReviewList({ api }: { api?: string }) {
  return (
    <ResourceList<ReviewRowDto>
      path="/reviews"
      {...(api ? { fixed: `api=${api}` } : { views: VIEWS })}
      spec={REVIEW_LIST}
      unit="reviews"
      columns={COLUMNS}
      keyOf={keyOf}
      nameOf={nameOf}
      hrefOf={hrefOf}
      facets={FACETS}
      words={REVIEW_WORDS}
      exportName={api ? `${api}-reviews` : 'reviews'}
      nothing={
        <EmptyState
          kind="nothing"
          title={api ? 'No review has been requested yet' : 'There are no reviews yet'}
        />
      }
    />
  );
}
