'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { formatCount, formatCounted } from '#lib/client/format-number.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { Progress } from '../ui/progress.tsx';
import type { ListBulk } from '../ui/resource-list.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { JudgeReport } from './judge-report.tsx';
import type { JudgedFinding } from './judge-report.tsx';
import { JUDGEMENTS } from './judgements.ts';
import type { Judgement } from './judgements.ts';

/** Findings of one request: progress shows in between. */
const BATCH = 50;

interface JudgeDialogProps extends ListBulk {
  judgement: Judgement;
  onClose: () => void;
}

/** Says the same of the chosen findings, or of all that match, with the reason, and what came of each. */
export function JudgeDialog({
  judgement,
  selection,
  total,
  readAll,
  nameOf,
  onDone,
  onClose,
}: JudgeDialogProps) {
  const [reason, setReason] = useState('');
  const [count] = useState(() => selection.count(total));
  const [done, setDone] = useState<number | null>(null);
  const [results, setResults] = useState<readonly JudgedFinding[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const client = useQueryClient();
  const { verb, ofMany } = JUDGEMENTS[judgement];

  async function judge() {
    setError(null);
    setDone(0);
    const all: JudgedFinding[] = [];
    try {
      const ids = selection.isAllMatching ? await readAll() : [...selection.keys];
      for (let at = 0; at < ids.length; at += BATCH) {
        const { data } = await apiSend<{ results: Omit<JudgedFinding, 'name'>[] }>(
          'POST',
          '/findings/judge',
          {
            ids: ids.slice(at, at + BATCH),
            state: judgement,
            reason: reason.trim(),
          },
        );
        all.push(...data.results.map((one) => ({ ...one, name: nameOf(one.id) })));
        setDone(all.length);
      }
      setResults(all);
    } catch (problem) {
      setError(problem);
      setResults(all.length > 0 ? all : null);
    } finally {
      setDone(null);
      await client.invalidateQueries();
      onDone();
    }
  }

  const isBusy = done !== null;
  // The bar this came from goes with the choice, so it is kept until the report was read.
  const close = () => {
    if (results) selection.clear();
    onClose();
  };
  const whyNot = isBusy ? 'Wait for the answer.' : reason.trim() === '' ? 'Say why first.' : undefined;
  return (
    <Dialog
      isOpen
      onClose={close}
      isBusy={isBusy}
      title={results ? 'What came of it' : `${verb}: ${formatCounted(count, 'finding')}`}
      description={results ? undefined : ofMany}
      footer={
        results ? (
          <Button variant="primary" onClick={close}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={close} disabledReason={isBusy ? 'Wait for the answer.' : undefined}>
              Cancel
            </Button>
            <Button variant="primary" busy={isBusy} disabledReason={whyNot} onClick={() => void judge()}>
              {verb}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <JudgeReport results={results} />
      ) : (
        <TextAreaField
          label="Reason"
          hint={`Kept in the audit log, for each of the ${formatCount(count)}.`}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {isBusy && <Progress label="Deciding" done={done} total={count} unit="findings" />}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
