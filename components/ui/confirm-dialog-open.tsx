'use client';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { FormDialog } from './form-dialog.tsx';
import { TextAreaField } from './text-area-field.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** The question with its verb: `Hand over 12 APIs`. */
  title: string;
  /** What will be the case afterwards: `12 APIs will be unowned.` */
  consequence: ReactNode;
  /** The verb on the button. */
  confirmLabel: string;
  isDanger?: boolean;
  /** Asks why, and does not go on without an answer unless `optional`. The reason goes into the audit log. */
  reason?: { label?: string; placeholder?: string; optional?: boolean };
  /** Does it. The dialog stays open with the error when this throws, and closes when it resolves. */
  onConfirm: (reason: string) => Promise<unknown>;
  children?: ReactNode;
}

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
  const [text, setText] = useState('');
  const isMissingReason = reason !== undefined && !reason.optional && text.trim() === '';

  async function confirm() {
    await onConfirm(text.trim());
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      size="sm"
      title={title}
      submitLabel={confirmLabel}
      isDanger={isDanger}
      disabledReason={isMissingReason ? 'Say why first.' : null}
      onSubmit={confirm}
    >
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
    </FormDialog>
  );
}
