'use client';
import { isLive } from '#lib/domain/review/transitions.ts';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { DueTime } from '../ui/due-time.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ReviewStateBadge } from '../ui/review-state-badge.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { ItemDetail } from './item-detail.tsx';
import { ItemList } from './item-list.tsx';
import { ReviewComments } from './review-comments.tsx';
import { SinceLastSignOff } from './since-last-sign-off.tsx';
import { useItemKeys } from './use-item-keys.ts';
import { useReview } from './use-review.ts';

/** The checklist left, the question in the middle, the decision beside it. The open question is in the address. */
export function ReviewPage({ id }: { id: string }) {
  const { review, steps } = useReview(id);
  /** Evidence that is being written, by question: going on to another one must not lose it. */
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const pathname = usePathname();
  const asked = useSearchParams().get('item');
  const items = review?.items ?? [];
  const item = items.find((one) => one.key === asked) ?? items.find((one) => one.answer === null) ?? items[0];
  const open = (key: string) => window.history.replaceState(null, '', `${pathname}?item=${key}`);
  const answer: typeof steps.answer = async (key, given, evidence) => {
    await steps.answer(key, given, evidence);
    // What was kept shows from now on, also when somebody else changes it; what was written meanwhile stays a draft.
    setDrafts((old) => {
      const { [key]: draft, ...others } = old;
      return draft === evidence ? others : old;
    });
  };
  const evidence = item ? (drafts[item.key] ?? item.evidence ?? '') : '';
  useItemKeys({
    items,
    item,
    open,
    mayAnswer: review?.rights.answer.allowed ?? false,
    evidence,
    answer,
  });
  if (!review || !item) return null;
  return (
    <>
      <PageHeader
        title={`Review of ${review.api.name}`}
        description={`For ${review.environment}, version ${review.revision.version}. ${review.checklist.title}, edition ${review.checklist.version}.`}
        meta={
          <>
            <ReviewStateBadge state={review.state} />
            <TierBadge tier={review.tier} />
            <TextLink href={`/apis/${review.api.slug}`}>{review.api.slug}</TextLink>
            <TeamLink slug={review.team} name={review.teamName} />
            <span className="text-muted">
              requested by {review.requestedBy.name} <RelativeTime at={review.createdAt} />
            </span>
            {review.dueAt && isLive(review.state) && (
              <span className="text-muted">
                <DueTime at={review.dueAt} withWord />
              </span>
            )}
          </>
        }
      />
      <div className="grid gap-6 px-4 py-5 sm:px-6 lg:grid-cols-[17rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_20rem]">
        {review.void && (
          <div className="lg:col-span-2 xl:col-span-3">
            <Note tone="warning" title="This review no longer leads to a sign-off">
              {review.void}
            </Note>
          </div>
        )}
        <ItemList items={items} chosen={item.key} onOpen={open} />
        <div className="min-w-0 space-y-6">
          <ItemDetail
            key={item.key}
            item={item}
            review={review}
            evidence={evidence}
            onEvidence={(text) => setDrafts((old) => ({ ...old, [item.key]: text }))}
            onAnswer={answer}
          />
          <SinceLastSignOff review={review} />
          <ReviewComments review={review} onComment={steps.comment} />
        </div>
        <div className="lg:col-span-2 xl:col-span-1">
          <DecisionPanel review={review} onStep={steps.take} />
        </div>
      </div>
    </>
  );
}
