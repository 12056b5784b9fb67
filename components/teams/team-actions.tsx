'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import { pickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { whyNot } from '#lib/client/why-not.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toast-store.ts';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

const ChangeTeamDialog = lazyDialog(async () => (await import('./change-team-dialog.tsx')).ChangeTeamDialog);
const CreateTeamDialog = lazyDialog(async () => (await import('./create-team-dialog.tsx')).CreateTeamDialog);
const MemberDialog = lazyDialog(async () => (await import('./member-dialog.tsx')).MemberDialog);

/** What stands in the way of removing a team, before the server is asked. */
function hangsOn(team: TeamDto): string | undefined {
  if (team.children.length > 0) return 'Move or remove the teams below it first.';
  if (team.apiCount > 0) return `Hand over its ${formatCounted(team.apiCount, 'API')} first.`;
  if (team.offerCount > 0) return 'Answer the offers that wait for it first.';
  return undefined;
}

/** What can be done with the team from any of its tabs. */
export function TeamActions({ team }: { team: TeamDto }) {
  const askMyRights = useWhyNot();
  const router = useRouter();
  const client = useQueryClient();
  const [open, setOpen] = useState<'change' | 'child' | 'member' | 'remove' | null>(null);
  const close = () => setOpen(null);

  async function remove() {
    await apiSend('DELETE', `/teams/${team.slug}`);
    showToast({ tone: 'done', title: `${team.name} is removed` });
    router.push('/teams');
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== `/teams/${team.slug}` });
  }

  return (
    <>
      <Menu
        label="More"
        icon="ellipsis"
        items={[
          {
            label: 'Rename or move',
            icon: 'pencil',
            onSelect: () => setOpen('change'),
            disabledReason: whyNot(team.rights.edit),
          },
          {
            label: 'Register an API for it',
            icon: 'braces',
            href: `/apis/new?team=${team.slug}`,
            disabledReason: askMyRights((standing) => mayRegister(standing, team.path)),
          },
          {
            label: 'Remove the team',
            icon: 'trash-2',
            isDanger: true,
            startsGroup: true,
            onSelect: () => setOpen('remove'),
            disabledReason: whyNot(team.rights.remove) ?? hangsOn(team),
          },
        ]}
      />
      <Button icon="plus" onClick={() => setOpen('child')} disabledReason={whyNot(team.rights.addChild)}>
        New team below
      </Button>
      <Button
        variant="primary"
        icon="user-plus"
        onClick={() => setOpen('member')}
        disabledReason={whyNot(team.rights.manageMembers)}
      >
        Add a member
      </Button>
      {open === 'child' && <CreateTeamDialog parent={pickedTeam(team)} onClose={close} />}
      {open === 'change' && <ChangeTeamDialog team={team} onClose={close} />}
      {open === 'member' && <MemberDialog team={team} onClose={close} />}
      <ConfirmDialog
        isOpen={open === 'remove'}
        onClose={close}
        title={`Remove ${team.name}`}
        consequence={
          team.memberCount > 0
            ? `${formatCounted(team.memberCount, 'person', 'people')} lose their rights in it. What it did stays in the history.`
            : 'It has no members. What it did stays in the history.'
        }
        confirmLabel="Remove the team"
        isDanger
        onConfirm={remove}
      />
    </>
  );
}
