'use client';
import { useRef } from 'react';
import type { ReviewItemDto } from '#lib/domain/review/dto.ts';
import type { Answer } from '#lib/domain/words.ts';
import { announce, showToast } from '../ui/toast-store.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';

interface ItemKeys {
  items: readonly ReviewItemDto[];
  item: ReviewItemDto | undefined;
  open: (key: string) => void;
  mayAnswer: boolean;
  /** What stands in the field: an answer by key keeps it like one by pointer. */
  evidence: string;
  answer: (key: string, answer: Answer, evidence: string) => Promise<void>;
}

/** `j k` move, `y n a` answer and go on to the next open question. */
export function useItemKeys({ items, item, open, mayAnswer, evidence, answer }: ItemKeys): void {
  const index = items.findIndex((one) => one.key === item?.key);
  const move = (by: number) => {
    const next = items[index + by];
    if (!next) return;
    open(next.key);
    announce(`Question ${index + by + 1}: ${next.question}`);
  };
  const isGiving = useRef(false);
  const give = (given: Answer) => {
    if (!item || !mayAnswer) return;
    if (given === 'not-applicable' && !evidence.trim()) {
      showToast({ title: 'Say in the evidence why it does not apply', tone: 'info' });
      return;
    }
    // Keys repeat while they are held, and each answer needs to know the one before.
    if (isGiving.current) return;
    isGiving.current = true;
    answer(item.key, given, evidence)
      .then(() => {
        const next =
          items.slice(index + 1).find((one) => one.answer === null) ??
          items.find((one) => one.answer === null && one.key !== item.key);
        if (next) open(next.key);
      })
      .catch((error: Error) =>
        showToast({ title: 'The answer was not kept', detail: error.message, tone: 'error' }),
      )
      .finally(() => {
        isGiving.current = false;
      });
  };
  useShortcuts('Checklist', [
    { keys: 'j', label: 'Next question', run: () => move(1) },
    { keys: 'k', label: 'Question before', run: () => move(-1) },
    { keys: 'y', label: 'Answer yes', run: () => give('yes') },
    { keys: 'n', label: 'Answer no', run: () => give('no') },
    { keys: 'a', label: 'Answer not applicable', run: () => give('not-applicable') },
  ]);
}
