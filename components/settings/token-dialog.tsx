'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import type { CreatedTokenDto } from '#lib/domain/people/dto.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { Note } from '../ui/note.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const DAY = 86_400_000;
const LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '', label: 'Never ends' },
];

/** Makes a token and shows it once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<CreatedTokenDto | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function make() {
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

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      size="sm"
      title={made ? `${made.name} is made` : 'Make a token'}
      description={made ? undefined : 'It acts with your rights, as they are at the moment of each request.'}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            I have copied it
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="primary"
              busy={isBusy}
              onClick={() => void make()}
              disabledReason={name.trim() ? undefined : 'Give it a name first.'}
            >
              Make
            </Button>
          </>
        )
      }
    >
      {made ? (
        <Note tone="warning" title="This is the only time it is shown">
          <span className="mt-2 flex items-start gap-2">
            <code className="min-w-0 font-mono text-12 break-all">{made.token}</code>
            <CopyButton text={made.token} label="Copy the token" />
          </span>
        </Note>
      ) : (
        <div className="space-y-4">
          <TextField
            label="Name"
            placeholder="What will use it"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField
            label="Ends after"
            value={days}
            onChange={(event) => setDays(event.target.value)}
            choices={LIVES}
          />
          {error !== null && <ErrorNote error={error} />}
        </div>
      )}
    </Dialog>
  );
}
