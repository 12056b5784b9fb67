import type { GateMode } from '#lib/domain/words.ts';
import type { Tone } from '../ui/badge.tsx';

export const GATE_WORDS = {
  enforce: { word: 'Enforces', tone: 'accent', meaning: 'Blocks what is not allowed.' },
  shadow: { word: 'Watches', tone: 'awaiting', meaning: 'Decides and records, and never blocks.' },
  off: { word: 'Off', tone: 'neutral', meaning: 'Never blocks.' },
} as const satisfies Record<GateMode, { word: string; tone: Tone; meaning: string }>;
