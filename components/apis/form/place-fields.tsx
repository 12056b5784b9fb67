'use client';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { FormPart } from '../../ui/form-part.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ApiFormValues } from './api-form-values.ts';

const MOST_HOSTS = 50;

const isAddress = (text: string) =>
  text.trim() === '' ||
  (/^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim())) ||
  'Enter a whole address, beginning with https://.';

/** Where it runs and where its source is: what observed traffic and repositories are matched by. */
export function PlaceFields() {
  const { register, control, formState } = useFormContext<ApiFormValues>();
  const { errors } = formState;
  const hosts = useFieldArray({ control, name: 'hosts' });
  const environments = useAnswer<Page<EnvironmentDto>>('/environments').data?.items ?? [];
  const choices = environments.map(({ slug, name }) => ({ value: slug, label: name }));
  const usual = choices.at(-1)?.value ?? 'production';
  return (
    <FormPart title="Where it lives" description="Traffic and descriptions are matched to it by these.">
      <fieldset className="space-y-2">
        <legend className="mb-1 flex items-baseline gap-1.5 text-13 font-medium">
          Hosts <span className="text-12 font-normal text-muted">optional</span>
        </legend>
        {hosts.fields.map((field, at) => {
          const error = errors.hosts?.[at];
          return (
            <div
              key={field.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_10rem_auto]"
            >
              <TextField
                label={`Host ${at + 1}`}
                hideLabel
                isMono
                placeholder="api.example.com"
                error={error?.host?.message}
                {...register(`hosts.${at}.host`, { required: 'Enter a host name, or remove the line.' })}
              />
              <TextField
                label={`Base path of host ${at + 1}`}
                hideLabel
                isMono
                placeholder="/v1"
                className="max-sm:col-start-1"
                error={error?.basePath?.message}
                {...register(`hosts.${at}.basePath`, {
                  validate: (path) =>
                    path.trim() === '' || path.trim().startsWith('/') || 'Begin it with a slash.',
                })}
              />
              <SelectField
                label={`Environment of host ${at + 1}`}
                hideLabel
                className="max-sm:col-start-1"
                choices={choices}
                error={error?.environment?.message}
                {...register(`hosts.${at}.environment`)}
              />
              <IconButton
                label={`Remove host ${at + 1}`}
                icon="trash-2"
                className="max-sm:col-start-2 max-sm:row-start-1"
                onClick={() => hosts.remove(at)}
              />
            </div>
          );
        })}
        <Button
          size="sm"
          icon="plus"
          disabledReason={hosts.fields.length >= MOST_HOSTS ? `${MOST_HOSTS} hosts are the most.` : undefined}
          onClick={() => hosts.append({ host: '', basePath: '', environment: usual })}
        >
          Add a host
        </Button>
      </fieldset>
      <TextField
        label="Repository"
        isOptional
        isMono
        type="url"
        placeholder="https://github.com/example/payouts"
        error={errors.repository?.message}
        {...register('repository', { validate: isAddress })}
      />
      <TextField
        label="Tags"
        isOptional
        placeholder="pci, payouts"
        hint="Separated by commas."
        error={errors.tags?.message}
        {...register('tags')}
      />
    </FormPart>
  );
}
