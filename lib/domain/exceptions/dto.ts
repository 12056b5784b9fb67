import type { Right } from '../teams/dto.ts';
import type { ExceptionState } from '../words.ts';
import type { ExceptionAction } from './rules.ts';

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
  version: number;
  rights: Record<ExceptionAction, Right>;
}
