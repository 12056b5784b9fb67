'use client';
import { useState } from 'react';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AUDIT_LIST } from './audit-list-spec.ts';

/** Who and about what: exact names, as they stand in the events. */
export function AuditFilters() {
  const address = useTableAddress(AUDIT_LIST);
  const [actor, setActor] = useState(address.filters.actor?.[0] ?? '');
  const [subject, setSubject] = useState(address.filters.subject?.[0] ?? '');
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        address.setFilter('actor', actor.trim() ? [actor.trim()] : []);
        address.setFilter('subject', subject.trim() ? [subject.trim()] : []);
      }}
    >
      <TextField
        label="Who"
        hideLabel
        placeholder="Who: e-mail or slug"
        value={actor}
        onChange={(event) => setActor(event.target.value)}
      />
      <TextField
        label="About"
        hideLabel
        placeholder="About: slug, id or e-mail"
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <Button type="submit">Filter</Button>
    </form>
  );
}
