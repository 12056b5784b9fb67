'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorAt } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import type { CreatedTokenDto } from '#lib/domain/people/dto.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
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
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<CreatedTokenDto | null>(null);
  const missing = name.trim() ? undefined : 'Give it a name first.';

  async function make() {
    const expiresAt = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : null;
    const { data } = await apiSend<CreatedTokenDto>('POST', '/tokens', { name: name.trim(), expiresAt });
    setMade(data);
    await client.invalidateQueries();
  }

  if (made) return <TokenReveal made={made} onClose={onClose} />;
  return (
    <FormDialog
      onClose={onClose}
      size="sm"
      title="Make a token"
      description="It acts with your rights, as they are at the moment of each request."
      submitLabel="Make the token"
      disabledReason={missing}
      onSubmit={make}
    >
      {(error) => (
        <>
          <TextField
            label="Name"
            maxLength={120}
            placeholder="What will use it"
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errorAt(error, '/name')}
          />
          <SelectField
            label="Ends after"
            value={days}
            onChange={(event) => setDays(event.target.value)}
            choices={LIVES}
            hint={days === '' ? 'It works until somebody revokes it. Prefer one that ends.' : undefined}
          />
        </>
      )}
    </FormDialog>
  );
}
