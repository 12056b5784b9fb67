import { SEVERITIES } from '../../words.ts';
import type { Coverage } from '../coverage.ts';
import type { FindingFacts, Reason, ReviewFacts, ReviewItemFacts } from '../facts.ts';
import { apiPath, reviewPath } from '../paths.ts';
import { ownersPeople, type Question } from '../question.ts';
import { counted, emails, listed } from '../sentences.ts';

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
    const worstFirst = uncovered.toSorted((a, b) => rank(a) - rank(b));
    const named = worstFirst.map(({ title, severity }) => `“${title}” (${severity})`);
    const verb = uncovered.length === 1 ? 'blocks' : 'block';
    reasons.push({
      code: 'findings.blocking',
      message: `${counted(uncovered.length, 'open finding')} ${verb} an API of tier ${question.tier}: ${listed(named, 'and')}.`,
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
