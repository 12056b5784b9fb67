'use client';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { Button } from './button.tsx';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-state.tsx';
import { TextAreaField } from './text-area-field.tsx';

/** The dialog itself; `ConfirmDialog` loads it when it is first asked for. */
export function OpenConfirmDialog({
  onClose,
  title,
  consequence,
  confirmLabel,
  isDanger,
  reason,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const formId = useId();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isMissingReason = reason !== undefined && !reason.optional && text.trim() === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || isMissingReason) return;
    setBusy(true);
    setError(null);
    try {
      await onConfirm(text.trim());
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      size="sm"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant={isDanger ? 'danger' : 'primary'}
            busy={isBusy}
            disabledReason={isMissingReason ? 'Say why first.' : null}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="space-y-4">
        <div className="text-13">{consequence}</div>
        {children}
        {reason && (
          <TextAreaField
            label={reason.label ?? 'Reason'}
            hint="Kept in the audit log."
            placeholder={reason.placeholder}
            isOptional={reason.optional}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Dialog>
  );
}
