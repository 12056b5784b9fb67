'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import type { GateMode } from '#lib/domain/words.ts';
import { GATE_MODES } from '#lib/domain/words.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EnforcePreview } from './enforce-preview.tsx';
import { GATE_WORDS } from './gate-words.ts';

interface EnvironmentDialogProps {
  /** Null makes a new one. */
  environment: EnvironmentDto | null;
  last: number;
  onClose: () => void;
}

/** Changes an environment; a gate that begins to enforce shows first what that means. */
export function EnvironmentDialog({ environment, last, onClose }: EnvironmentDialogProps) {
  const client = useQueryClient();
  const [slug, setSlug] = useState(environment?.slug ?? '');
  const [name, setName] = useState(environment?.name ?? '');
  const [order, setOrder] = useState(String(environment?.order ?? last + 10));
  const [gate, setGate] = useState<GateMode>(environment?.gate ?? 'shadow');
  const [frozen, setFrozen] = useState(environment?.frozen ?? false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begins = environment !== null && gate === 'enforce' && environment.gate !== 'enforce';
  const at = (pointer: string) => (error instanceof ApiProblem ? error.errorAt(pointer) : undefined);

  async function save() {
    setBusy(true);
    setError(null);
    try {
      const ifMatch = environment ? `"v${environment.version}"` : null;
      await apiSend(
        'PUT',
        `/environments/${encodeURIComponent(slug)}`,
        { name, order: Number(order), gate, frozen },
        { ifMatch },
      );
      await client.invalidateQueries();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      title={environment ? `Change ${environment.name}` : 'Add an environment'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={begins ? 'danger' : 'primary'}
            busy={isBusy}
            onClick={() => void save()}
            disabledReason={slug && name ? undefined : 'It needs a name and a short name.'}
          >
            {begins ? 'Begin to enforce' : 'Save'}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={at('/name')}
          />
          <TextField
            label="Short name"
            isMono
            value={slug}
            readOnly={environment !== null}
            onChange={(event) => setSlug(event.target.value)}
            hint="In addresses and pipelines; it stays."
          />
          <SelectField
            label="Gate"
            value={gate}
            onChange={(event) => setGate(event.target.value as GateMode)}
            choices={GATE_MODES.map((mode) => ({
              value: mode,
              label: `${GATE_WORDS[mode].word}: ${GATE_WORDS[mode].meaning}`,
            }))}
          />
          <TextField
            label="Order"
            inputMode="numeric"
            value={order}
            onChange={(event) => setOrder(event.target.value)}
            error={at('/order')}
          />
        </div>
        <CheckboxField
          label="Frozen"
          hint="Nothing is let through, also not what is signed off, until it is thawed."
          checked={frozen}
          onChange={(event) => setFrozen(event.target.checked)}
        />
        {begins && <EnforcePreview slug={environment.slug} />}
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Dialog>
  );
}
