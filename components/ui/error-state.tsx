'use client';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import type { ErrorStateProps, ErrorNoteProps } from './error-explained.tsx';
import { lazyPart } from './lazy-part.tsx';

const load = () => import('./error-explained.tsx');

/** Where not even the explanation can be fetched, there is one to give. */
function Unreached({ onRetry, action }: { onRetry?: (() => void) | undefined; action?: ReactNode }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-2 p-3 text-13">
      <p>
        <span className="font-medium text-prevented">Gatehouse cannot be reached.</span> Nothing was lost.
        Check the connection, then try again.
      </p>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
      {action}
    </div>
  );
}

/** In place of what could not be shown: what happened, what is safe, what to do. Loaded with the first error. */
export const ErrorState = lazyPart<ErrorStateProps>(async () => (await load()).ExplainedState, Unreached);

/** The same in one block, for dialogs and forms. */
export const ErrorNote = lazyPart<ErrorNoteProps>(async () => (await load()).ExplainedNote, Unreached);
