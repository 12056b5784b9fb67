'use client';
import { useState } from 'react';
import { useWhyNot } from '#lib/client/use-me.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

const CreateApplicationDialog = lazyDialog(
  async () => (await import('./create-application-dialog.tsx')).CreateApplicationDialog,
);

export function ApplicationsHeader() {
  const whyNot = useWhyNot();
  const [isOpen, setOpen] = useState(false);
  return (
    <PageHeader
      title="Applications"
      description="Each is as risky as its worst API: one door left open is enough."
      actions={
        <Button
          variant="primary"
          icon="plus"
          onClick={() => setOpen(true)}
          disabledReason={whyNot((standing) => mayRegister(standing, null))}
        >
          New application
        </Button>
      }
    >
      {isOpen && <CreateApplicationDialog onClose={() => setOpen(false)} />}
    </PageHeader>
  );
}
