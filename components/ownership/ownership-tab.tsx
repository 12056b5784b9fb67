'use client';
import { useApi } from '../apis/use-api.ts';
import { SkeletonText } from '../ui/skeleton.tsx';
import { ApproverChain } from './approver-chain.tsx';
import { OfferNote } from './offer-note.tsx';
import { OwnerCard } from './owner-card.tsx';
import { TermHistory } from './term-history.tsx';
import { useOwnership } from './use-ownership.ts';

/** Who answers for the API, who could sign for it now, and who owned it before. */
export function OwnershipTab({ slug }: { slug: string }) {
  const api = useApi(slug);
  const { ownership, steps } = useOwnership(slug);
  if (!api || !ownership) return <SkeletonText lines={6} />;
  return (
    <>
      {ownership.offer && <OfferNote api={api} ownership={ownership} offer={ownership.offer} steps={steps} />}
      <div className="grid items-start gap-7 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-7">
          <OwnerCard api={api} ownership={ownership} steps={steps} />
          <TermHistory terms={ownership.terms} />
        </div>
        <ApproverChain ownership={ownership} />
      </div>
    </>
  );
}
