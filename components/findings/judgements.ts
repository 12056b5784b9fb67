import type { ApiDto } from '#lib/domain/apis/dto.ts';

export type Judgement = 'acknowledged' | 'false-positive' | 'open';

interface JudgementWords {
  verb: string;
  consequence: string;
  /** The same of several. */
  ofMany: string;
  right: 'judge-finding' | 'dismiss-finding';
}

export const JUDGEMENTS = {
  acknowledged: {
    verb: 'Acknowledge',
    consequence: 'It is known and will be mended. It still blocks where it blocked before.',
    ofMany: 'They are known and will be mended. They still block where they blocked before.',
    right: 'judge-finding',
  },
  'false-positive': {
    verb: 'Call it a false positive',
    consequence: 'It no longer blocks and no longer counts in the risk. Security answers for that.',
    ofMany: 'They no longer block and no longer count in the risk. Security answers for that.',
    right: 'dismiss-finding',
  },
  open: {
    verb: 'Reopen',
    consequence: 'It counts and blocks again.',
    ofMany: 'They count and block again.',
    right: 'judge-finding',
  },
} as const satisfies Record<Judgement, JudgementWords & { right: keyof ApiDto['rights'] }>;
