'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import type { Picked } from '#lib/client/pickers.ts';
import { findTeams } from '#lib/client/pickers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { Progress } from '../ui/progress.tsx';
import type { Selection } from '../ui/use-selection.ts';
import { OfferReport } from './offer-report.tsx';
import type { OfferResult } from './offer-report.tsx';

interface OfferDialogProps {
  selection: Selection;
  total: number;
  /** Slugs of all that match. */
  readAll: () => Promise<readonly string[]>;
  onClose: () => void;
  onDone: () => void;
}

/** APIs of one request: progress shows in between. */
const BATCH = 50;

/** Gives the chosen APIs, or all that match, to a team, and says what came of each. */
export function OfferDialog({ selection, total, readAll, onClose, onDone }: OfferDialogProps) {
  const [team, setTeam] = useState<Picked | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [results, setResults] = useState<readonly OfferResult[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const client = useQueryClient();
  const count = selection.count(total);

  async function offer() {
    if (!team) return;
    setError(null);
    setDone(0);
    const all: OfferResult[] = [];
    try {
      const slugs = selection.isAllMatching ? await readAll() : [...selection.keys];
      for (let at = 0; at < slugs.length; at += BATCH) {
        const apis = slugs.slice(at, at + BATCH);
        const { data } = await apiSend<{ results: OfferResult[] }>('POST', '/ownership/bulk', {
          apis,
          team: team.value,
        });
        all.push(...data.results);
        setDone(all.length);
      }
      setResults(all);
      selection.clear();
      await client.invalidateQueries();
      onDone();
    } catch (problem) {
      setError(problem);
      setResults(all.length > 0 ? all : null);
    } finally {
      setDone(null);
    }
  }

  const isBusy = done !== null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      title={results ? 'What came of the offers' : `Offer ${formatCounted(count, 'API')} to a team`}
      description={
        results
          ? undefined
          : 'A manager of the team accepts. Where you manage both sides, it is done in one step.'
      }
      footer={
        results ? (
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabledReason={isBusy ? 'The offers are being made.' : undefined}>
              Cancel
            </Button>
            <Button
              variant="primary"
              busy={isBusy}
              disabledReason={team ? undefined : 'Choose a team first.'}
              onClick={() => void offer()}
            >
              Offer
            </Button>
          </>
        )
      }
    >
      {results ? (
        <OfferReport results={results} team={team?.label ?? ''} />
      ) : (
        <PickerField label="Team" value={team} onChange={(option) => setTeam(option)} search={findTeams} />
      )}
      {isBusy && <Progress label="Offering" done={done} total={count} unit="APIs" />}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
