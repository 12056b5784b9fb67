import type { ApproverRank, PersonRef } from '../gate/facts.ts';

/** The people who may sign in one role at this moment. */
export interface ApproverSet {
  /** Slug and name of the team that answers: the owning team, or the ancestor that was asked instead. */
  team: string;
  teamName: string;
  /** Approvers first, then managers; never empty. */
  people: PersonRef[];
  /** True when nobody in the owning team could be asked. */
  escalated: boolean;
}

/**
 * Who may give the owner's sign-off: managers and approvers of the owning team; when none of them is left after the
 * exclusions, those of its parent, and so on up to the root. Null when nobody on the whole way is left.
 *
 * @param chain the owning team first, then its ancestors up to the root, with their active people as of now
 * @param exclude e-mails of those who may not sign this time
 */
export function approverSet(
  chain: readonly ApproverRank[],
  exclude: ReadonlySet<string>,
): ApproverSet | null {
  for (const [rank, { team, teamName, approvers, managers }] of chain.entries()) {
    const people = [...approvers, ...managers].filter((person) => !exclude.has(person.email));
    if (people.length > 0) return { team, teamName, people, escalated: rank > 0 };
  }
  return null;
}

/** Who may give the security sign-off: everybody with the role `security` but those excluded. May be empty. */
export function securityCandidates(
  security: readonly PersonRef[],
  exclude: ReadonlySet<string>,
): PersonRef[] {
  return security.filter((person) => !exclude.has(person.email));
}

/** Managers of the nearest team that has one, from the owning (or receiving) team up: who can accept, attest, add people. */
export function nearestManagers(chain: readonly ApproverRank[]): PersonRef[] {
  return chain.find((rank) => rank.managers.length > 0)?.managers ?? [];
}
