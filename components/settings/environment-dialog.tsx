'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorAt } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import { SLUG_PATTERN, slugOf } from '#lib/client/slug-of.ts';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import type { GateMode } from '#lib/domain/words.ts';
import { GATE_MODES } from '#lib/domain/words.ts';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast-store.ts';
import { EnforcePreview } from './enforce-preview.tsx';
import { GATE_WORDS } from './gate-words.ts';

interface EnvironmentDialogProps {
  /** Null makes a new one. */
  environment: EnvironmentDto | null;
  environments: readonly EnvironmentDto[];
  onClose: () => void;
}

const GATES = GATE_MODES.map((value) => ({
  value,
  label: GATE_WORDS[value].word,
  detail: GATE_WORDS[value].meaning,
}));
/** Room between two environments, for one that comes later. */
const STEP = 10;

/** Changes an environment; a gate that begins to enforce shows first what that means. */
export function EnvironmentDialog({ environment, environments, onClose }: EnvironmentDialogProps) {
  const client = useQueryClient();
  const [name, setName] = useState(environment?.name ?? '');
  const [written, setWritten] = useState(environment?.slug ?? null);
  const [order, setOrder] = useState(String(environment?.order ?? (environments.at(-1)?.order ?? 0) + STEP));
  const [gate, setGate] = useState<GateMode>(environment?.gate ?? 'shadow');
  const [frozen, setFrozen] = useState(environment?.frozen ?? false);
  const slug = written ?? slugOf(name);
  // Writing to an address that is there would change that environment instead of making one.
  const isTaken = !environment && environments.some((one) => one.slug === slug);
  const begins = gate === 'enforce' && environment?.gate !== 'enforce';
  const missing = !name.trim()
    ? 'Give it a name first.'
    : SLUG_PATTERN.test(slug)
      ? isTaken
        ? 'There is such an environment already.'
        : undefined
      : 'Give it a slug of lower-case letters, digits and hyphens.';

  async function save() {
    await apiSend(
      'PUT',
      `/environments/${encodeURIComponent(slug)}`,
      { name: name.trim(), order: Number(order), gate, frozen },
      environment ? { ifMatch: `"v${environment.version}"` } : { isOnlyNew: true },
    );
    await client.invalidateQueries();
    showToast({ tone: 'done', title: environment ? `${name} is changed` : `${name} is added` });
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={environment ? `Change ${environment.name}` : 'Add an environment'}
      submitLabel={environment ? (begins ? 'Begin to enforce' : 'Save the changes') : 'Add the environment'}
      isDanger={begins && environment !== null}
      disabledReason={missing}
      onSubmit={save}
    >
      {(error) => (
        <>
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem]">
            <TextField
              label="Name"
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={errorAt(error, '/name')}
            />
            <TextField
              label="Slug"
              isMono
              maxLength={64}
              value={slug}
              readOnly={environment !== null}
              onChange={(event) => setWritten(event.target.value)}
              error={isTaken ? missing : undefined}
              hint={
                environment ? 'Pipelines name it, so it stays.' : 'Pipelines name it; it cannot be changed.'
              }
            />
            <TextField
              label="Order"
              type="number"
              min={0}
              max={10_000}
              step={1}
              value={order}
              onChange={(event) => setOrder(event.target.value)}
              error={errorAt(error, '/order')}
            />
          </div>
          <ChoiceCards
            label="Gate"
            name="gate"
            choices={GATES}
            checkedValue={gate}
            onChange={(event) => setGate(event.target.value as GateMode)}
          />
          <CheckboxField
            label="Frozen"
            hint="Nothing is let through, also not what is signed off, until it is thawed."
            checked={frozen}
            onChange={(event) => setFrozen(event.target.checked)}
          />
          {begins && environment && <EnforcePreview slug={environment.slug} />}
          {environment?.gate === 'enforce' && gate !== 'enforce' && (
            <Note tone="warning" title="The gate opens">
              From now on {environment.name} takes what nobody has signed off. Every decision is still{' '}
              {gate === 'shadow' ? 'recorded' : 'answered, and none is enforced'}.
            </Note>
          )}
        </>
      )}
    </FormDialog>
  );
}
