'use client';
import { useFormContext } from 'react-hook-form';
import { SLUG_PATTERN, slugOf } from '#lib/client/slug-of.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormPart } from '../../ui/form-part.tsx';
import { KIND_CHOICES, LIFECYCLE_CHOICES } from './api-form-words.ts';
import type { ApiFormValues } from './api-form-values.ts';

const SLUG_RULE = 'Use lower-case letters, digits and hyphens, beginning and ending with a letter or digit.';

/** Name, slug, what it does. The slug follows the name until somebody writes one. */
export function IdentityFields({ isNew }: { isNew: boolean }) {
  const { register, setValue, formState } = useFormContext<ApiFormValues>();
  const { errors, dirtyFields, isSubmitted } = formState;
  const name = register('name', {
    validate: (text) => text.trim() !== '' || 'Give it a name.',
    onChange: (event: { target: { value: string } }) => {
      if (isNew && !dirtyFields.slug)
        setValue('slug', slugOf(event.target.value), { shouldValidate: isSubmitted });
    },
  });
  return (
    <FormPart title="What it is" description="How people and pipelines find it.">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" maxLength={200} error={errors.name?.message} autoFocus={isNew} {...name} />
        {isNew ? (
          <TextField
            label="Slug"
            hint="Its name in addresses, pipelines and the gate. It cannot be changed later."
            isMono
            maxLength={64}
            error={errors.slug?.message}
            {...register('slug', {
              pattern: { value: SLUG_PATTERN, message: SLUG_RULE },
              required: SLUG_RULE,
            })}
          />
        ) : (
          <TextField
            label="Slug"
            hint="Pipelines and sign-offs name it, so it stays."
            isMono
            readOnly
            {...register('slug')}
          />
        )}
        <SelectField label="Kind" choices={KIND_CHOICES} error={errors.kind?.message} {...register('kind')} />
        <SelectField
          label="Lifecycle"
          choices={LIFECYCLE_CHOICES}
          error={errors.lifecycle?.message}
          {...register('lifecycle')}
        />
      </div>
      <TextAreaField
        label="Description"
        isOptional
        hint="What it does and for whom, in a sentence or two."
        rows={3}
        maxLength={5000}
        error={errors.description?.message}
        {...register('description')}
      />
    </FormPart>
  );
}
