'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { withParts } from '#lib/client/table-address.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import { findTeams } from '#lib/client/pickers.ts';
import type { Picked } from '#lib/client/pickers.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { PickerField } from '../ui/picker-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const END_OF_DAY = 'T23:59:59Z';

/** Of which team, and as of which day. Both are in the address. */
export function RiskScope() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const team = params.get('team');
  const asOf = params.get('asOf');
  const go = (parts: Record<string, string | null>) =>
    router.push(pathname + withParts(params.toString(), parts));
  const { data } = useAnswer<TeamDto>(`/teams/${team}`, '', { isEnabled: team !== null });
  const chosen: Picked | null = team ? { value: team, label: data?.name ?? team } : null;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <PickerField
        label="Team"
        hideLabel
        placeholder="All teams"
        value={chosen}
        onChange={(option) => go({ team: option?.value ?? null })}
        search={findTeams}
      />
      <span aria-hidden className="self-center text-13 text-muted">
        as of
      </span>
      <TextField
        label="As of"
        hideLabel
        type="date"
        data-tip="How it was on a day in the past"
        value={asOf?.slice(0, 10) ?? ''}
        onChange={(event) => go({ asOf: event.target.value ? `${event.target.value}${END_OF_DAY}` : null })}
      />
    </div>
  );
}
