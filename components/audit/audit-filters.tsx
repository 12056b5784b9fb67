'use client';
import { useState } from 'react';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AUDIT_LIST } from './audit-list-spec.ts';

/** Who and about what: exact names, as they stand in the events. */
export function AuditFilters() {
  const { filters, setFilters } = useTableAddress(AUDIT_LIST);
  const inForce = { actor: filters.actor?.[0] ?? '', subject: filters.subject?.[0] ?? '' };
  const [written, setWritten] = useState(inForce);
  // Chips, *Clear all* and the way back change the address too: the boxes begin again with what it says.
  const [followed, setFollowed] = useState(inForce);
  if (followed.actor !== inForce.actor || followed.subject !== inForce.subject) {
    setFollowed(inForce);
    setWritten(inForce);
  }
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setFilters({ actor: [written.actor.trim()], subject: [written.subject.trim()] });
      }}
    >
      <TextField
        label="Who"
        hideLabel
        placeholder="Who: e-mail or slug"
        value={written.actor}
        onChange={(event) => setWritten({ ...written, actor: event.target.value })}
      />
      <TextField
        label="About"
        hideLabel
        placeholder="About: slug, id or e-mail"
        value={written.subject}
        onChange={(event) => setWritten({ ...written, subject: event.target.value })}
      />
      <Button type="submit">Filter</Button>
    </form>
  );
}
