'use client';
import { useState } from 'react';
import { useWhyNot } from '#lib/client/use-me.ts';
import { mayChangeSomething } from '#lib/domain/ownership/registering.ts';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import type { ListBulk } from '../ui/resource-list.tsx';
import { JUDGEMENTS } from './judgements.ts';
import type { Judgement } from './judgements.ts';

const JudgeDialog = lazyDialog(async () => (await import('./judge-dialog.tsx')).JudgeDialog);

const ORDER: readonly Judgement[] = ['acknowledged', 'false-positive', 'open'];

/** One word about the chosen findings; with the choice it goes. Who may say which is reported item by item. */
export function JudgeBar(bulk: ListBulk) {
  const [judgement, setJudgement] = useState<Judgement | null>(null);
  const whyNot = useWhyNot();
  return (
    <>
      <BulkBar selection={bulk.selection} total={bulk.total} unit="findings">
        {ORDER.map((one) => (
          <Button
            key={one}
            size="sm"
            onClick={() => setJudgement(one)}
            disabledReason={whyNot(mayChangeSomething)}
          >
            {JUDGEMENTS[one].verb}
          </Button>
        ))}
      </BulkBar>
      {judgement && <JudgeDialog {...bulk} judgement={judgement} onClose={() => setJudgement(null)} />}
    </>
  );
}
