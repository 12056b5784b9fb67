'use client';
import type { Refusal } from '#lib/domain/identity/refusal.ts';
import type { Standing } from '#lib/domain/identity/standing.ts';
import type { MeDto } from '#lib/domain/people/dto.ts';
import { standingOf } from './standing-of.ts';
import { useAnswer } from './use-answer.ts';

/** Who is signed in; pages put the answer there before the first paint. */
export function useMe(): MeDto | undefined {
  return useAnswer<MeDto>('/me').data;
}

/**
 * Asks a rule of the domain about the person who is signed in: undefined when they may, else the sentence for the
 * disabled button. The server applies the same rule again.
 */
export function useWhyNot(): (rule: (standing: Standing) => Refusal | null) => string | undefined {
  const me = useMe();
  const standing = me && standingOf(me);
  return (rule) =>
    standing ? rule(standing)?.message : 'Your rights are being read. Wait a moment, then try again.';
}
