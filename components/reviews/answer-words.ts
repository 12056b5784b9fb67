import type { IconName } from '../ui/icon-names.ts';
import type { Answer } from '#lib/domain/words.ts';

/** How an answer reads and looks; `open` is a question nobody has answered. A yes is the safe answer to every question. */
export const ANSWER_WORDS = {
  yes: { word: 'Yes', icon: 'circle-check', ink: 'text-allowed' },
  no: { word: 'No', icon: 'ban', ink: 'text-prevented' },
  'not-applicable': { word: 'Not applicable', icon: 'minus', ink: 'text-muted' },
  open: { word: 'Open', icon: 'circle-question-mark', ink: 'text-awaiting' },
} as const satisfies Record<Answer | 'open', { word: string; icon: IconName; ink: string }>;
