'use client';
import { useState } from 'react';
import type { UnownedRowDto } from '#lib/domain/ownership/dto.ts';
import { mayCreateSomeTeam } from '#lib/domain/ownership/rights.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { Page } from '#lib/domain/page.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { UNOWNED_COUNT } from './team-list-spec.ts';

const CreateTeamDialog = lazyDialog(async () => (await import('./create-team-dialog.tsx')).CreateTeamDialog);

export function TeamsHeader() {
  const whyNot = useWhyNot();
  const [isOpen, setOpen] = useState(false);
  const unowned = useAnswer<Page<UnownedRowDto>>('/ownership/unowned', UNOWNED_COUNT).data;
  return (
    <PageHeader
      title="Teams"
      description="Who answers for what. Every API is owned by a team; its people, else those of the team above, approve what ships."
      actions={
        <Button
          variant="primary"
          icon="plus"
          onClick={() => setOpen(true)}
          disabledReason={whyNot(mayCreateSomeTeam)}
        >
          New team
        </Button>
      }
    >
      <Tabs
        label="Parts of the teams"
        tabs={[
          { href: '/teams', label: 'Tree' },
          { href: '/teams?tab=unowned', label: 'Unowned APIs', count: unowned?.total },
        ]}
      />
      {isOpen && <CreateTeamDialog parent={null} onClose={() => setOpen(false)} />}
    </PageHeader>
  );
}
