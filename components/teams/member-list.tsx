'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { useMe } from '#lib/client/use-me.ts';
import { whyNot } from '#lib/client/why-not.ts';
import type { TeamDto, TeamMemberDto } from '#lib/domain/teams/dto.ts';
import type { TeamRole } from '#lib/domain/words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { showToast } from '../ui/toast-store.ts';
import { memberColumns } from './member-columns.tsx';
import { memberConsequence } from './member-consequence.ts';
import { TEAM_ROLE_WORDS } from './role-words.ts';

const keyOf = (member: TeamMemberDto) => member.email;
const nameOf = (member: TeamMemberDto) => member.name;

interface Step {
  member: TeamMemberDto;
  /** Null: out of the team. */
  role: TeamRole | null;
}

/** Who is in the team and as what. A change says first what nobody can do after it. */
export function MemberList({ team }: { team: TeamDto }) {
  const client = useQueryClient();
  const me = useMe();
  const [step, setStep] = useState<Step | null>(null);
  const refusal = whyNot(team.rights.manageMembers);
  const columns = useMemo(
    () => memberColumns({ refusal, onChange: (member, role) => setStep({ member, role }) }),
    [refusal],
  );

  async function apply({ member, role }: Step) {
    const path = `/teams/${team.slug}/members/${encodeURIComponent(member.email)}`;
    if (role) await apiSend('PUT', path, { role });
    else await apiSend('DELETE', path);
    await client.invalidateQueries();
    showToast({
      tone: 'done',
      title: role
        ? `${member.name} is ${TEAM_ROLE_WORDS[role].label.toLowerCase()} of ${team.name}`
        : `${member.name} is no longer in ${team.name}`,
    });
  }

  return (
    <Section title="Members" count={team.members.length} frame="flush">
      <DataTable
        label="Members"
        columns={columns}
        rows={team.members}
        rowKey={keyOf}
        rowLabel={nameOf}
        empty={
          <EmptyState kind="nothing" icon="users" title="Nobody is in this team">
            {team.ancestors.length > 0
              ? `Until somebody is, ${team.ancestors.at(-1)?.name ?? 'the team above'} answers for it.`
              : 'An administrator names its first manager.'}
          </EmptyState>
        }
      />
      {step && (
        <ConfirmDialog
          isOpen
          onClose={() => setStep(null)}
          title={
            step.role
              ? `Make ${step.member.name} ${TEAM_ROLE_WORDS[step.role].label.toLowerCase()}`
              : `Remove ${step.member.name} from ${team.name}`
          }
          consequence={
            <ul className="space-y-1.5">
              {memberConsequence(team, step.member, step.role, step.member.email === me?.email).map(
                (sentence) => (
                  <li key={sentence}>{sentence}</li>
                ),
              )}
            </ul>
          }
          confirmLabel={step.role ? 'Change the role' : 'Remove from the team'}
          isDanger={step.role === null}
          onConfirm={() => apply(step)}
        />
      )}
    </Section>
  );
}
