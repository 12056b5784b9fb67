'use client';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Tier } from '#lib/domain/words.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { FormPart } from '../../ui/form-part.tsx';
import { CRITICALITY_CARDS, DATA_CARDS, EXPOSURE_CARDS } from './api-form-words.ts';
import type { ApiFormValues } from './api-form-values.ts';
import { TierStrip } from './tier-strip.tsx';

/** Three questions about its nature, and what follows from the answers. */
export function HarmFields({ tier }: { tier: Tier | null }) {
  const { register, control, formState } = useFormContext<ApiFormValues>();
  const { errors } = formState;
  const [exposure, dataClass, criticality] = useWatch({
    control,
    name: ['exposure', 'dataClass', 'criticality'],
  });
  return (
    <FormPart
      title="How much it can harm"
      description="By its nature, whatever its state. When in doubt, choose the graver one."
    >
      <ChoiceCards
        label="Exposure"
        choices={EXPOSURE_CARDS}
        error={errors.exposure?.message}
        {...register('exposure', { required: 'Say who can reach it.' })}
      />
      <ChoiceCards
        label="Data"
        choices={DATA_CARDS}
        error={errors.dataClass?.message}
        {...register('dataClass', { required: 'Say which data it carries.' })}
      />
      <ChoiceCards
        label="Criticality"
        choices={CRITICALITY_CARDS}
        error={errors.criticality?.message}
        {...register('criticality', { required: 'Say what an outage would mean.' })}
      />
      <TierStrip chosen={{ exposure, dataClass, criticality }} before={tier} />
    </FormPart>
  );
}
