import type { ExceptionState } from '../words.ts';

export interface ExceptionDto {
  id: string;
  api: string;
  target: { finding: string } | { item: string };
  targetTitle: string;
  reason: string;
  state: ExceptionState;
  proposedBy: string;
  proposedAt: string;
  expiresAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  comment: string | null;
}
