'use client';
import { useState } from 'react';
import { apiGet } from '#lib/client/api.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { ErrorNote } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toast-store.ts';
import { PatchPreview } from './patch-preview.tsx';
import { ScoreChange } from './score-change.tsx';

/** Steps that are shown. */
const FEW = 6;

interface PatchOfferProps {
  slug: string;
  revision: string;
  /** Only what this rule reports. */
  rule: string;
}

/** What a program can mend of a finding: the score before and after, the first steps, and the patch to take along. */
export function PatchOffer({ slug, revision, rule }: PatchOfferProps) {
  const path = `/apis/${slug}/revisions/${revision}/fix`;
  const of = new URLSearchParams({ rule }).toString();
  const { data: fix, error } = useAnswer<RevisionFixDto>(path, `${of}&steps=${FEW}`);
  const hasSteps = fix !== undefined && fix.steps > 0;
  return (
    <Section
      title="Patch"
      count={hasSteps ? fix.steps : undefined}
      description={
        hasSteps &&
        'Mends every place this rule reports, as far as a program can. Limits are proposals: a description says what a service does, so whoever applies the patch makes it true.'
      }
      actions={hasSteps && <PatchActions path={path} of={of} />}
    >
      {error ? (
        <ErrorNote error={error} during="reading" />
      ) : !fix ? (
        <SkeletonText lines={5} />
      ) : !hasSteps ? (
        <p className="text-13 text-muted">Here only a person can mend it.</p>
      ) : (
        <div className="space-y-3">
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
            <ScoreChange before={fix.before} after={fix.after} />
            <span className="text-muted">{formatCounted(fix.steps, 'step')}</span>
            {!fix.isComplete && <span>Longer than one patch: apply it, upload, and take the next.</span>}
          </p>
          <PatchPreview patch={fix.patch} steps={fix.steps} />
        </div>
      )}
    </Section>
  );
}

export function PatchActions({ path, of = '' }: { path: string; of?: string }) {
  const [isBusy, setBusy] = useState(false);
  const search = [of, 'patch=1'].filter(Boolean).join('&');

  async function copy() {
    setBusy(true);
    try {
      const text = JSON.stringify(await apiGet(path, search), null, 2);
      const isCopied = await copyText(text);
      showToast(
        isCopied
          ? { tone: 'done', title: 'The patch is copied' }
          : { tone: 'error', title: 'It could not be copied', detail: 'Download it instead.' },
      );
    } catch {
      showToast({ tone: 'error', title: 'The patch could not be read', detail: 'Try again in a moment.' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button size="sm" icon="copy" busy={isBusy} onClick={() => void copy()}>
        Copy the patch
      </Button>
      <LinkButton size="sm" icon="download" href={`/api/v1${path}?${search}`}>
        Download the patch
      </LinkButton>
    </>
  );
}
