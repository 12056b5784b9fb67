import { OWASP_CATEGORIES } from '../words.ts';
import type { Grade, OwaspCategory, Severity } from '../words.ts';
import type { ScoreTerm } from './types.ts';

/** Demerits of a rule that fires everywhere it can. */
export const SEVERITY_WEIGHT = {
  critical: 150,
  high: 60,
  medium: 20,
  low: 3,
  info: 0,
} as const satisfies Record<Severity, number>;

/** Consequence of a category, relative to the others: what an attacker gains where it fails. */
export const CATEGORY_WEIGHT = {
  API1: 18,
  API2: 20,
  API3: 14,
  API4: 8,
  API5: 14,
  API6: 6,
  API7: 6,
  API8: 8,
  API9: 3,
  API10: 3,
} as const satisfies Record<OwaspCategory, number>;

/** Lowest score of each grade. */
export const GRADE_FROM = { A: 90, B: 80, C: 68, D: 55, E: 40, F: 0 } as const satisfies Record<
  Grade,
  number
>;

/** Sum of demerits at which half of a category's points are gone. */
const HALF = 40;

export function gradeOf(score: number): Grade {
  const grades = Object.keys(GRADE_FROM) as Grade[];
  return grades.find((grade) => score >= GRADE_FROM[grade]) ?? 'F';
}

/** Demerits of one rule: its weight times the share of the places where it could have fired; at most its weight. */
export function demerits(weight: number, count: number, denominator: number): number {
  return weight * Math.min(1, count / Math.max(1, denominator));
}

/**
 * Points of a category with the given sum of demerits: 100 without any, 50 at 40, never below 0. The form
 * `100 − 100·atan(s/40)/(π/2)` is the one IBM's API scoring uses.
 */
export function categoryScore(sum: number): number {
  return 100 - (100 * Math.atan(sum / HALF)) / (Math.PI / 2);
}

/** What is left of a category's points. */
export interface CategoryPoints {
  category: OwaspCategory;
  /** Relative consequence of the category. */
  weight: number;
  /** Sum of the demerits of its rules. */
  demerits: number;
  /** 0 to 100. */
  points: number;
}

/** Points of all ten categories, in their order. */
export function categoryPoints(terms: readonly ScoreTerm[]): CategoryPoints[] {
  const sums = new Map<OwaspCategory, number>();
  for (const term of terms) sums.set(term.category, (sums.get(term.category) ?? 0) + term.demerits);
  return OWASP_CATEGORIES.map((category) => {
    const sum = sums.get(category) ?? 0;
    return { category, weight: CATEGORY_WEIGHT[category], demerits: sum, points: categoryScore(sum) };
  });
}

/**
 * Score of a description, 0 (worst) to 100, from its terms: half of it is the mean of all ten categories by consequence,
 * half is the worst category, because one open door is not made up for by nine closed ones.
 */
export function scoreOf(terms: readonly ScoreTerm[]): number {
  const categories = categoryPoints(terms);
  const total = categories.reduce((sum, { weight }) => sum + weight, 0);
  const mean = categories.reduce((sum, { weight, points }) => sum + weight * points, 0) / total;
  const worst = Math.min(...categories.map(({ points }) => points));
  return Math.round((mean + worst) / 2);
}
