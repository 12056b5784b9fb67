import { SETTLE, type PrefillFacts } from './settle.ts';
import type { ChecklistItem, PrefilledAnswer } from './types.ts';

/**
 * The answers that the scan of a revision gives by itself, by item key, each with evidence that names counts,
 * operations and JSON pointers. Items that are not in the result wait for a person: when in doubt they do.
 */
export function prefillAnswers(
  items: readonly ChecklistItem[],
  facts: PrefillFacts,
): Partial<Record<string, PrefilledAnswer>> {
  const answers: Partial<Record<string, PrefilledAnswer>> = {};
  for (const item of items) {
    const answer = item.settledBy ? SETTLE[item.settledBy](facts) : null;
    if (answer) answers[item.key] = answer;
  }
  return answers;
}
