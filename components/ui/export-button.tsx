'use client';
import { useState } from 'react';
import { Button } from './button.tsx';
import { explainError } from './error-words.ts';
import { showToast } from './toast-store.ts';

interface ExportButtonProps {
  /** The list in the interface: `/apis`. */
  path: string;
  /** What is filtered: `address.query`. */
  query: string;
  /** File name without its ending. */
  name: string;
  disabledReason?: string | null;
}

/** All rows under the present filter as CSV, not only those loaded. */
export function ExportButton({ path, query, name, disabledReason }: ExportButtonProps) {
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      const { downloadCsv } = await import('#lib/client/download.ts');
      await downloadCsv(path, query, `${name}.csv`);
    } catch (error) {
      const { title, what, next } = explainError(error);
      showToast({ tone: 'error', title, detail: `${what} ${next}` });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      icon="download"
      busy={isBusy}
      disabledReason={disabledReason}
      onClick={() => void start()}
      tip="All rows under this filter, as CSV"
    >
      Export
    </Button>
  );
}
