import { SEVERITIES } from '../../words.ts';
import type { Coverage } from '../coverage.ts';
import type { FindingFacts, Reason, ReviewFacts, ReviewItemFacts } from '../facts.ts';
import { apiPath, reviewPath } from '../paths.ts';
import { ownersPeople, type Question } from '../question.ts';
import { counted, emails, joined, listed, NAMED } from '../sentences.ts';

/** Whether the scan is done and found nothing that blocks. Without its result nobody knows what the description holds. */
export function findingReasons(question: Question, { uncovered }: Coverage<FindingFacts>): Reason[] {
  const { api, revision } = question;
  const path = apiPath(api.slug);
  const reasons: Reason[] = [];
  if (revision && revision.scan !== 'done') {
    reasons.push({
      code: 'scan.pending',
      message: 'The description is still being scanned.',
      unblockers: [],
      path,
    });
  }
  if (uncovered.length > 0) {
    const verb = uncovered.length === 1 ? 'blocks' : 'block';
    reasons.push({
      code: 'findings.blocking',
      message: `${counted(uncovered.length, 'open finding')} ${verb} an API of tier ${question.tier}: ${namedFindings(uncovered)}.`,
      unblockers: emails([...ownersPeople(question), ...question.security]),
      path,
    });
  }
  return reasons;
}

/** Whether every item of the review that counts, or waits, is met or covered. */
export function checklistReasons(
  question: Question,
  review: ReviewFacts | null,
  { uncovered }: Coverage<ReviewItemFacts>,
): Reason[] {
  if (!review || uncovered.length === 0) return [];
  const questions = uncovered.map((item) => `“${item.question}”`);
  const verb = uncovered.length === 1 ? 'is' : 'are';
  return [
    {
      code: 'checklist.unmet',
      message: `${counted(uncovered.length, 'checklist item')} ${verb} not met and not covered by an exception: ${listed(questions, 'and')}.`,
      unblockers: emails([...ownersPeople(question), ...question.security]),
      path: reviewPath(review),
    },
  ];
}

const rank = ({ severity }: FindingFacts): number => SEVERITIES.indexOf(severity);

/** Worst first, by title; those of one title differ in their places only, and are counted behind it. */
function namedFindings(findings: readonly FindingFacts[]): string {
  const worstFirst = findings.toSorted((a, b) => rank(a) - rank(b));
  const equal = [...Map.groupBy(worstFirst, ({ title, severity }) => `“${title}” (${severity}`)];
  const named = equal
    .slice(0, NAMED)
    .map(([name, { length }]) => `${name}${length > 1 ? `, ${length} times` : ''})`);
  const others = equal.slice(NAMED).flatMap(([, of]) => of).length;
  return joined(others > 0 ? [...named, counted(others, 'other')] : named, 'and');
}
