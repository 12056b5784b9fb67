'use client';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

/** Charts below the list: their script comes after the page. */
export const ScoreLater = lazyDialog(async () => (await import('./score-panel.tsx')).ScorePanel);
