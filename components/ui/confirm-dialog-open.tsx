'use client';
import { useState } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';
import { FormDialog } from './form-dialog.tsx';
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
