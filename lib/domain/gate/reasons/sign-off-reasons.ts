import { securityCandidates } from '../../ownership/approver-set.ts';
import type { SignOffCode, SignOffFault, SignOffStanding } from '../../review/sign-off-state.ts';
import type { Reason, SignOffFacts } from '../facts.ts';
import { apiPath } from '../paths.ts';
import { nameOf, ownersPeople, type Question } from '../question.ts';
import { daysAgo, emails, listed } from '../sentences.ts';

/** One reason for each thing that is wrong with the sign-offs that come closest, in the order they were found. */
export function signOffReasons(question: Question, standing: SignOffStanding): Reason[] {
  const codes = [...new Set(standing.reasons.map(({ code }) => code))];
  return codes.map((code) => {
    const faults = standing.reasons.filter((fault) => fault.code === code);
    const people = ownersPeople(question);
    const needsSecurity = faults.some(({ role }) => role === 'security');
    const signers = needsSecurity ? [...people, ...securityCandidates(question.security, new Set())] : people;
    return {
      code,
      message: `${SENTENCES[code](faults, question)} A new review is needed.`,
      unblockers: emails(signers),
      path: apiPath(question.api.slug),
    };
  });
}

const signers = (faults: SignOffFault[], question: Question): string =>
  listed([...new Set(given(faults).map(({ by }) => nameOf(by, question)))], 'and');

const given = (faults: SignOffFault[]): SignOffFacts[] => faults.flatMap(({ signOff }) => signOff ?? []);

const SENTENCES = {
  'signoff.revoked': (faults, question) => `The sign-off of ${signers(faults, question)} was revoked.`,
  'signoff.owner-changed': (faults, question) =>
    `The API changed hands after ${signers(faults, question)} signed it.`,
  'signoff.material-change': (faults, question) => {
    const places = question.revision?.changedSinceSignOff ?? [];
    const what = places.length > 0 ? `: ${places.join('; ')}` : ' in what matters to security';
    return `The description changed since ${signers(faults, question)} signed it${what}.`;
  },
  'signoff.checklist-changed': (faults, question) => {
    const [signOff] = given(faults);
    const { id, version } = question.checklist;
    const from = signOff?.checklistId === id ? `version ${signOff.checklistVersion}` : 'another one';
    return `The checklist changed from ${from} to version ${version} after ${signers(faults, question)} signed.`;
  },
  'signoff.expired': (faults, question) => {
    const first = Math.min(...given(faults).map(({ expiresAt }) => expiresAt));
    return `The sign-off of ${signers(faults, question)} ran out ${daysAgo(first, question.now)}.`;
  },
  'signoff.missing-role': (faults) =>
    `The ${faults.map(({ role }) => role).join(' and ')} sign-off was never given.`,
} as const satisfies Record<SignOffCode, (faults: SignOffFault[], question: Question) => string>;
