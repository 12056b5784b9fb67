'use client';
import { useState } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Brand } from './brand.tsx';
import { RailNav } from './rail-nav.tsx';

/** The navigation where there is no room for the rail. */
export function PhoneNav({ signs }: { signs: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        label="Navigation"
        icon="menu"
        className="-ml-1.5 md:hidden"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      <Sheet isOpen={isOpen} onClose={close} label="Navigation">
        <div className="flex items-center justify-between pr-2">
          <Brand />
          <IconButton label="Close" icon="x" onClick={close} />
        </div>
        <RailNav signs={signs} onNavigate={close} />
      </Sheet>
    </>
  );
}
