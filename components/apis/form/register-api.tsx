'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Suspense, lazy } from 'react';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import { apiSend } from '#lib/client/api.ts';
import type { Picked, PickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { EMPTY_VALUES, newApiOf } from './api-form-values.ts';
import type { ApiFormValues } from './api-form-values.ts';
import { FormSkeleton } from './form-skeleton.tsx';

const ApiForm = lazy(async () => ({ default: (await import('./api-form.tsx')).ApiForm }));

/** A new API; the address may name the team and the application it is for. */
export function RegisterApi({ team, application }: { team: PickedTeam | null; application: Picked | null }) {
  const router = useRouter();
  const client = useQueryClient();
  const refusal = useWhyNot()((standing) => mayRegister(standing, null));

  if (refusal) {
    return (
      <EmptyState
        kind="forbidden"
        title="You may not register an API"
        action={<LinkButton href="/apis">All APIs</LinkButton>}
      >
        {refusal}
      </EmptyState>
    );
  }

  async function register(values: ApiFormValues) {
    const { data } = await apiSend<ApiDto>('POST', '/apis', newApiOf(values));
    await client.invalidateQueries();
    showToast({
      tone: 'done',
      title: `${data.name} is registered`,
      detail: OUTCOMES[data.owner.state](data.owner.teamName),
      action: { label: 'Its ownership', href: `/apis/${data.slug}/ownership` },
    });
    router.push(`/apis/${data.slug}`);
  }

  return (
    <Suspense fallback={<FormSkeleton />}>
      <ApiForm
        isNew
        values={{ ...EMPTY_VALUES, team, application }}
        tier={null}
        cancelHref="/apis"
        submitLabel="Register the API"
        onSave={register}
      />
    </Suspense>
  );
}

const OUTCOMES = {
  accepted: (team: string | null) => `${team ?? 'The team'} owns it.`,
  offered: (team: string | null) => `A manager of ${team ?? 'the team'} accepts it.`,
  none: () => 'Nobody answers for it yet.',
} as const satisfies Record<ApiDto['owner']['state'], (team: string | null) => string>;
