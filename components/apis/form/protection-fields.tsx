'use client';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { EXPECTED_PROTECTIONS, PROTECTIONS } from '#lib/domain/risk/score-points.ts';
import type { Protection } from '#lib/domain/risk/score-points.ts';
import { FormPart } from '../../ui/form-part.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PROTECTION_WORDS } from './api-form-words.ts';
import type { ApiFormValues } from './api-form-values.ts';

const SAID = [
  { value: 'yes', label: 'In place' },
  { value: 'no', label: 'Missing' },
  { value: 'unknown', label: 'Not known' },
] as const;

const NAMES = Object.keys(PROTECTION_WORDS) as Protection[];

/** What stands in front of it. What its exposure calls for and nobody vouches for counts in its risk. */
export function ProtectionFields() {
  const { control } = useFormContext<ApiFormValues>();
  const exposure = useWatch({ control, name: 'exposure' });
  const expected: readonly Protection[] = exposure ? EXPECTED_PROTECTIONS[exposure] : [];
  return (
    <FormPart title="What protects it" description="What stands in front of it, as far as the team knows.">
      <ul className="divide-y divide-line">
        {NAMES.map((name) => (
          <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 first:pt-0 last:pb-0">
            <span className="min-w-0 flex-1 basis-48 text-13">
              {PROTECTION_WORDS[name]}
              <span className="block text-12 text-muted">
                {expected.includes(name)
                  ? `Expected at this exposure; counts ${PROTECTIONS[name].points} risk points while not in place`
                  : exposure && 'Not expected at this exposure'}
              </span>
            </span>
            <Controller
              control={control}
              name={`protections.${name}`}
              render={({ field }) => (
                <Segmented
                  label={PROTECTION_WORDS[name]}
                  value={field.value}
                  choices={SAID}
                  onChange={field.onChange}
                />
              )}
            />
          </li>
        ))}
      </ul>
    </FormPart>
  );
}
