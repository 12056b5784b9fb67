'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Suspense, lazy, useState } from 'react';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { answerKey } from '#lib/client/answer-key.ts';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { apiGet, apiSend } from '#lib/client/api.ts';
import { whyNot } from '#lib/client/why-not.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { changeOf, valuesOf } from './api-form-values.ts';
import type { ApiFormValues } from './api-form-values.ts';
import { FormSkeleton } from './form-skeleton.tsx';

const ApiForm = lazy(async () => ({ default: (await import('./api-form.tsx')).ApiForm }));

/** Changes what is known about an API, unless somebody else has changed it since the page was opened. */
export function EditApi({ api: opened }: { api: ApiDto }) {
  const [api, setApi] = useState(opened);
  const router = useRouter();
  const client = useQueryClient();
  const path = `/apis/${api.slug}`;
  const before = valuesOf(api);
  const refusal = whyNot(api.rights.edit);

  if (refusal) {
    return (
      <EmptyState
        kind="forbidden"
        title="You may not edit this API"
        action={<LinkButton href={path}>Back to the API</LinkButton>}
      >
        {refusal}
      </EmptyState>
    );
  }

  async function save(values: ApiFormValues) {
    const { data } = await apiSend<ApiDto>('PATCH', path, changeOf(before, values), {
      ifMatch: `"v${api.version}"`,
    });
    client.setQueryData(answerKey(path), data);
    await client.invalidateQueries();
    showToast({ tone: 'done', title: `${data.name} is changed` });
    router.push(path);
  }

  async function loadPresent() {
    setApi(await apiGet<ApiDto>(path));
  }

  return (
    <Suspense fallback={<FormSkeleton />}>
      <ApiForm
        // Another version is another form: nothing typed on the old one is carried over unseen.
        key={api.version}
        isNew={false}
        values={before}
        tier={api.tier}
        cancelHref={path}
        submitLabel="Save the changes"
        onSave={save}
        remedy={(problem) =>
          problem instanceof ApiProblem && problem.status === 412 ? (
            <Button size="sm" icon="refresh-cw" onClick={() => void loadPresent()}>
              Load what is there now
            </Button>
          ) : null
        }
      />
    </Suspense>
  );
}
