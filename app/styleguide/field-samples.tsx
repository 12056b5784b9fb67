'use client';
import { useState } from 'react';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import type { PickerOption } from '#components/ui/picker-field.tsx';
import { PickerField } from '#components/ui/picker-field.tsx';
import { Section } from '#components/ui/section.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

const TEAMS: PickerOption[] = ['Payments', 'Cards', 'Ledger', 'Lending', 'Fraud'].map((label) => ({
  value: label.toLowerCase(),
  label,
  detail: `Company / Retail / ${label}`,
  disabledReason: label === 'Lending' ? 'Nobody there may accept.' : null,
}));

const EXPOSURES = [
  { value: 'internal', label: 'Internal' },
  { value: 'partner', label: 'Partner' },
  { value: 'public', label: 'Public' },
];

const search = async (text: string) =>
  TEAMS.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));

export function FieldSamples({ isBare }: { isBare?: boolean }) {
  const [team, setTeam] = useState<PickerOption | null>(null);
  const fields = (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Name" placeholder="Payment initiation" defaultValue="Payment initiation" />
      <TextField
        label="Slug"
        isMono
        hint="Part of its address; cannot be changed later."
        error="Taken by another API. Choose another slug."
        defaultValue="payments"
      />
      <SelectField label="Exposure" choices={EXPOSURES} hint="Who can reach it." />
      <PickerField label="Team" value={team} onChange={setTeam} search={search} isOptional />
      <TextAreaField
        label="Description"
        isOptional
        className="sm:col-span-2"
        placeholder="What it does, for whom"
        rows={2}
      />
      <CheckboxField
        label="A gateway stands in front of it"
        hint="Counts as a protection; measured traffic overrides it."
        defaultChecked
      />
      <TextField label="Repository" disabled defaultValue="https://github.com/example/payments" />
    </div>
  );
  if (isBare) return fields;
  return (
    <Section title="Fields">
      <div id="fields">{fields}</div>
    </Section>
  );
}
