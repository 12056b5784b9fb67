'use client';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { FieldPath } from 'react-hook-form';
import { ApiProblem } from '#lib/client/api-problem.ts';
import type { Tier } from '#lib/domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { fieldAt } from './api-form-values.ts';
import type { ApiFormValues } from './api-form-values.ts';
import { HarmFields } from './harm-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { OwnerFields } from './owner-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { ProtectionFields } from './protection-fields.tsx';

interface ApiFormProps {
  isNew: boolean;
  values: ApiFormValues;
  /** Of the API as it is stored; null for one that is not yet. */
  tier: Tier | null;
  cancelHref: string;
  submitLabel: string;
  /** Throws ApiProblem when it was refused; what it says stands at the fields it is about. */
  onSave: (values: ApiFormValues) => Promise<void>;
  /** Offered beside a refusal, for example to load what somebody else saved. */
  remedy?: (problem: unknown) => ReactNode;
}

/** Stands for a refusal of which every part is shown at its field. */
const MARKED = Symbol('marked');

/** Everything known about an API that people enter. */
export function ApiForm(props: ApiFormProps) {
  const { isNew, values, tier, cancelHref, submitLabel, onSave, remedy } = props;
  const form = useForm<ApiFormValues>({ defaultValues: values, mode: 'onTouched' });
  const { isDirty, isSubmitting } = form.formState;
  const [problem, setProblem] = useState<unknown>(null);
  useLeaveGuard(isDirty && !isSubmitting);

  async function save(entered: ApiFormValues) {
    setProblem(null);
    try {
      await onSave(entered);
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) return setProblem(refusal);
      const placed = refusal.errors.flatMap(({ pointer, detail }) => {
        const field = fieldAt(pointer);
        return field ? [{ field, detail }] : [];
      });
      if (refusal.code === 'api.slug-taken') placed.push({ field: 'slug', detail: refusal.message });
      // What stands at its field is not said twice.
      const isAllPlaced = placed.length > 0 && placed.length >= refusal.errors.length;
      setProblem(isAllPlaced ? MARKED : refusal);
      for (const [at, { field, detail }] of placed.entries()) {
        form.setError(field as FieldPath<ApiFormValues>, { message: detail }, { shouldFocus: at === 0 });
      }
    }
  }

  const nothingChanged = !isNew && !isDirty ? 'Nothing is changed yet.' : undefined;
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
        <div className="max-w-5xl">
          <IdentityFields isNew={isNew} />
          <HarmFields tier={tier} />
          <OwnerFields isNew={isNew} />
          <PlaceFields />
          <ProtectionFields />
        </div>
        <div className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6">
          <div className="max-w-5xl space-y-3">
            {problem === MARKED ? (
              <Note tone="danger" title="It is not saved yet">
                Correct the marked fields. What you entered is still here.
              </Note>
            ) : (
              problem !== null && <ErrorNote error={problem} action={remedy?.(problem)} />
            )}
            <div className="flex flex-wrap items-center justify-end gap-2">
              <LinkButton href={cancelHref}>Cancel</LinkButton>
              <Button type="submit" variant="primary" busy={isSubmitting} disabledReason={nothingChanged}>
                {submitLabel}
              </Button>
            </div>
          </div>
        </div>
      </form>
    </FormProvider>
  );
}

/** The browser asks before a page with unsaved work is closed. */
function useLeaveGuard(isActive: boolean) {
  useEffect(() => {
    if (!isActive) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isActive]);
}
