'use client';
import { useState } from 'react';
import type { CreatedTokenDto } from '#lib/domain/people/dto.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';

/** The one time a token is to be seen. Before it was copied only its button closes it, so that no stray press loses it. */
export function TokenReveal({ made, onClose }: { made: CreatedTokenDto; onClose: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const [warning, setWarning] = useState<string | null>(null);

  async function copy() {
    const isThere = await copyText(made.token);
    setCopied(isThere);
    if (!isThere) setWarning('The browser does not let it be copied. Select it and copy it by hand.');
  }

  return (
    <Dialog
      isOpen
      onClose={() => (isCopied ? onClose() : setWarning('It is not copied yet, and cannot be shown again.'))}
      title={`${made.name} is made`}
      footer={
        <Button variant={isCopied ? 'primary' : 'secondary'} onClick={onClose}>
          {isCopied ? 'Done' : 'I have kept it'}
        </Button>
      }
    >
      <div className="space-y-3">
        <Note tone="warning" title="This is the only time it is shown">
          Keep it where secrets are kept. Who has it acts with your rights
          {made.expiresAt ? ' until it ends.' : ' until it is revoked.'}
        </Note>
        <div className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-sunken p-3">
          <code className="min-w-0 flex-1 basis-60 font-mono text-13 break-all select-all">{made.token}</code>
          <Button size="sm" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
        </div>
        {warning && !isCopied && (
          <p role="alert" className="text-13 text-prevented">
            {warning}
          </p>
        )}
      </div>
    </Dialog>
  );
}
