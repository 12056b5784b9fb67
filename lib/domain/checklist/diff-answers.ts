import type { Answer } from '../words.ts';

export interface GivenAnswer {
  key: string;
  answer: Answer | null;
  evidence: string | null;
}

export interface AnswerDifference {
  key: string;
  /** `new`: not asked last time; `dropped`: no longer asked; `changed`: another answer or other evidence. */
  kind: 'same' | 'changed' | 'new' | 'dropped';
  before: { answer: Answer | null; evidence: string | null } | null;
  after: { answer: Answer | null; evidence: string | null } | null;
}

/**
 * Compares the answers of two reviews by item key: first the items of the later review in their order, then those
 * that only the earlier one had. Evidence that differs only in white space counts as the same.
 */
export function diffAnswers(
  before: readonly GivenAnswer[],
  after: readonly GivenAnswer[],
): AnswerDifference[] {
  const earlier = new Map(before.map((given) => [given.key, given]));
  const asked = new Set(after.map((given) => given.key));
  const differences = after.map((given): AnswerDifference => {
    const last = earlier.get(given.key);
    if (!last) return { key: given.key, kind: 'new', before: null, after: content(given) };
    const isSame = last.answer === given.answer && normal(last.evidence) === normal(given.evidence);
    return {
      key: given.key,
      kind: isSame ? 'same' : 'changed',
      before: content(last),
      after: content(given),
    };
  });
  const dropped = before
    .filter((given) => !asked.has(given.key))
    .map((given): AnswerDifference => ({
      key: given.key,
      kind: 'dropped',
      before: content(given),
      after: null,
    }));
  return [...differences, ...dropped];
}

const normal = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
const content = ({ answer, evidence }: GivenAnswer) => ({ answer, evidence });
