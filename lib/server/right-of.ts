import type { Refusal } from '#lib/domain/identity/refusal.ts';
import type { Right } from '#lib/domain/teams/dto.ts';

/** What a page needs of a rule: the button works, or says why not. */
export function rightOf(refusal: Refusal | null): Right {
  return refusal ? { allowed: false, reason: refusal.message } : { allowed: true };
}
