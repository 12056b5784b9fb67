import { decide } from '../decide.ts';
import type { GateFacts, Reason } from '../facts.ts';
import type { ReasonCode } from '../reason-codes.ts';

/** The reason of a decision with this code; throws with what was told instead. */
export function reasonOf(facts: GateFacts, code: ReasonCode): Reason {
  const { reasons } = decide(facts);
  const found = reasons.find((one) => one.code === code);
  if (!found) throw new Error(`${code} is not among ${reasons.map((one) => one.code).join(', ')}`);
  return found;
}

export const emailsOf = (...people: { email: string }[]): string[] => people.map(({ email }) => email);
