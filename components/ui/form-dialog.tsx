'use client';
import type { FormEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { DialogProps } from './dialog.tsx';
import { ErrorNote } from './error-state.tsx';

interface FormDialogProps extends Pick<DialogProps, 'onClose' | 'title' | 'description' | 'size'> {
  /** The verb on the button. */
  submitLabel: string;
  isDanger?: boolean | undefined;
  /** Why it cannot be sent yet. */
  disabledReason?: string | null | undefined;
  /**
   * Sends it, then closes the dialog or goes elsewhere: until then it stays busy. It stays open with the error when this
   * throws.
   */
  onSubmit: () => Promise<unknown>;
  /** The fields; as a function where some say what was refused about them. */
  children: ReactNode | ((error: unknown) => ReactNode);
}

/** A form in a dialog, sent once however often one presses. */
export function FormDialog({
  submitLabel,
  isDanger = false,
  disabledReason,
  onSubmit,
  children,
  ...frame
}: FormDialogProps) {
  const formId = useId();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy || disabledReason) return;
    setBusy(true);
    setError(null);
    try {
      await onSubmit();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <Dialog
      {...frame}
      isOpen
      isBusy={isBusy}
      footer={
        <>
          <Button onClick={frame.onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant={isDanger ? 'danger' : 'primary'}
            busy={isBusy}
            disabledReason={disabledReason}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="space-y-4">
        {typeof children === 'function' ? children(error) : children}
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Dialog>
  );
}
