'use client';
import { useState } from 'react';
import { Button } from './button.tsx';
import { showError } from './show-error.ts';

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
      await showError(error);
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
