'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { SelectField } from '../ui/select-field.tsx';

/** Starts a review of the newest description for one environment and goes to its checklist. */
export function RequestReviewDialog({ api, onClose }: { api: ApiDto; onClose: () => void }) {
  const router = useRouter();
  const gated = api.verdicts.filter((verdict) => verdict.gate !== 'off');
  const [environment, setEnvironment] = useState(
    gated.find((one) => one.environment === 'production')?.environment ?? gated.at(-1)?.environment ?? '',
  );

  async function request() {
    const { data } = await apiSend<ReviewDto>('POST', `/apis/${api.slug}/reviews`, { environment });
    router.push(`/reviews/${data.id}`);
  }

  return (
    <FormDialog
      onClose={onClose}
      title={`Request a review of ${api.name}`}
      description={`Version ${api.latestRevision?.version ?? ''} is reviewed. What the scan can settle is answered already; you answer the rest and submit it.`}
      submitLabel="Start the checklist"
      onSubmit={request}
    >
      <SelectField
        label="Environment"
        value={environment}
        onChange={(event) => setEnvironment(event.target.value)}
        choices={gated.map((verdict) => ({ value: verdict.environment, label: verdict.environmentName }))}
      />
    </FormDialog>
  );
}
