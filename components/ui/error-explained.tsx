'use client';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { explainError } from './error-words.ts';
import { Icon } from './icon.tsx';

export interface ErrorStateProps {
  error: unknown;
  during?: 'reading' | 'saving';
  onRetry?: (() => void) | undefined;
}

export interface ErrorNoteProps extends Omit<ErrorStateProps, 'onRetry'> {
  action?: ReactNode;
}

function RequestId({ id }: { id: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-12 text-muted">
      Request <code className="font-mono">{id}</code>
      <CopyButton text={id} label="Copy the request id" />
    </span>
  );
}

/** In place of what could not be shown: what happened, what is safe, what to do. */
export function ExplainedState({ error, during, onRetry }: ErrorStateProps) {
  const words = explainError(error, during);
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 inline-flex size-9 items-center justify-center rounded-md bg-prevented-soft text-prevented">
        <Icon name="triangle-alert" size={18} />
      </span>
      <p className="text-14 font-medium">{words.title}</p>
      <p className="mt-1 max-w-md text-13 text-balance text-muted">
        {words.what} {words.safe} {words.next}
      </p>
      {onRetry && (
        <Button className="mt-4" icon="refresh-cw" onClick={onRetry}>
          Try again
        </Button>
      )}
      {words.requestId && <p className="mt-3">{<RequestId id={words.requestId} />}</p>}
    </div>
  );
}

/** The same in one block, for dialogs and forms. */
export function ExplainedNote({ error, during = 'saving', action }: ErrorNoteProps) {
  const words = explainError(error, during);
  return (
    <div role="alert" className="flex gap-2.5 rounded-md bg-prevented-soft/60 p-3 text-13">
      <Icon name="triangle-alert" className="mt-0.5 text-prevented" />
      <div className="min-w-0">
        <p className="font-medium text-prevented">{words.title}</p>
        <p className="mt-0.5">
          {words.what} {words.safe} {words.next}
        </p>
        {words.requestId && <p className="mt-1">{<RequestId id={words.requestId} />}</p>}
        {action && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
