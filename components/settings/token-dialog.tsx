'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import type { CreatedTokenDto } from '#lib/domain/people/dto.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TokenReveal } from './token-reveal.tsx';

const DAY = 86_400_000;
const LIVES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '', label: 'Never' },
];

/** Makes a token and shows it once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<CreatedTokenDto | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const missing = name.trim() ? undefined : 'Give it a name first.';

  async function make(event: FormEvent) {
    event.preventDefault();
    if (isBusy || missing) return;
    setBusy(true);
    setError(null);
    try {
      const expiresAt = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : null;
      const { data } = await apiSend<CreatedTokenDto>('POST', '/tokens', { name: name.trim(), expiresAt });
      setMade(data);
      await client.invalidateQueries();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  if (made) return <TokenReveal made={made} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      size="sm"
      title="Make a token"
      description="It acts with your rights, as they are at the moment of each request."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy} disabledReason={missing}>
            Make the token
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void make(event)} className="space-y-4">
        <TextField
          label="Name"
          maxLength={120}
          placeholder="What will use it"
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error instanceof ApiProblem ? error.errorAt('/name') : undefined}
        />
        <SelectField
          label="Ends after"
          value={days}
          onChange={(event) => setDays(event.target.value)}
          choices={LIVES}
          hint={days === '' ? 'It works until somebody revokes it. Prefer one that ends.' : undefined}
        />
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Dialog>
  );
}
