import { candidates } from '../review/candidates.ts';
import type { Outcome } from '../words.ts';
import type { EnvironmentPreviewDto } from '../environments/dto.ts';
import type { Instant, Reason } from './facts.ts';
import type { Question } from './question.ts';

/** A decision as it was recorded, whatever the mode of the gate was then. */
export interface PastDecision {
  api: string;
  at: Instant;
  outcome: Outcome;
  reasons: Pick<Reason, 'code'>[];
}

/** What the past decisions on one API would have meant for it under an enforcing gate. */
export type WouldBlock = Pick<
  EnvironmentPreviewDto['wouldBlock'][number],
  'api' | 'decisions' | 'outcome' | 'codes'
>;

/**
 * The APIs of which an enforcing gate would have stopped at least one deployment, most stopped first: how many
 * decisions, the last outcome that blocks, and every reason given. `shadow` tells of the old mode and is left out.
 */
export function wouldHaveBlocked(decisions: readonly PastDecision[]): WouldBlock[] {
  const stopped = decisions.filter(({ outcome }) => outcome !== 'allowed').toSorted((a, b) => a.at - b.at);
  const byApi = Map.groupBy(stopped, ({ api }) => api);
  const rows = [...byApi].map(([api, ofApi]) => ({
    api,
    decisions: ofApi.length,
    outcome: ofApi.at(-1)?.outcome ?? 'prevented',
    codes: [...new Set(ofApi.flatMap(({ reasons }) => reasons.map(({ code }) => code)))].filter(
      (code) => code !== 'shadow',
    ),
  }));
  return rows.toSorted((a, b) => b.decisions - a.decisions || a.api.localeCompare(b.api, 'en'));
}

/**
 * Whether a review of this API could collect its sign-offs at all: somebody for every required role, and as many
 * different people as roles.
 */
export function canAnybodyApprove({
  api,
  security,
  required,
}: Pick<Question, 'api' | 'security' | 'required'>): boolean {
  const byRole = required.map((role) => candidates(role, { review: null, owner: api.owner, security }));
  if (byRole.some((people) => people.length === 0)) return false;
  const everybody = new Set(ranksOf(api).concat(byRole.flat().map(({ email }) => email)));
  return everybody.size >= required.length;
}

/** Somebody who signs in another role is left out for the owner's, and then the next team up is asked. */
const ranksOf = ({ owner }: Pick<Question, 'api'>['api']): string[] =>
  owner.chain.flatMap((rank) => [...rank.approvers, ...rank.managers].map(({ email }) => email));
