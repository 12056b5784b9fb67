import { conflicting, type Refusal } from '../identity/refusal.ts';
import type { Standing, TeamPath } from '../identity/standing.ts';
import { capacitiesForApi, capacitiesInTeam, type ApiPlace } from './capacities.ts';
import {
  API_RIGHTS,
  ORGANISATION_RIGHTS,
  TEAM_RIGHTS,
  type ApiRight,
  type OrganisationRight,
  type TeamRight,
} from './rights-table.ts';
import { judge } from './right-row.ts';

/** Each check answers null when the person may, else the refusal for the problem document and the disabled button. */
type Answer = Refusal | null;

/** Any row of the table over one API; the rule files of exceptions and emergencies add what else they ask. */
export const overApi = (right: ApiRight, standing: Standing, api: ApiPlace): Answer =>
  judge(API_RIGHTS[right], capacitiesForApi(standing, api));

const overTeam = (right: TeamRight, standing: Standing, path: TeamPath): Answer =>
  judge(TEAM_RIGHTS[right], capacitiesInTeam(standing, path));

const overReceiving = (right: 'accept' | 'decline', standing: Standing, receiving: TeamPath): Answer =>
  judge(API_RIGHTS[right], capacitiesInTeam(standing, receiving));

/** Whether an API registered for this team, or offered to it, by this person is owned at once: managers need one step. */
export function ownsAtOnce(standing: Standing, team: TeamPath): boolean {
  return overReceiving('accept', standing, team) === null;
}

export const mayEditApi = (standing: Standing, api: ApiPlace): Answer => overApi('edit', standing, api);
export const mayRemoveApi = (standing: Standing, api: ApiPlace): Answer => overApi('remove', standing, api);
export const mayUpload = (standing: Standing, api: ApiPlace): Answer => overApi('upload', standing, api);
export const mayRequestReview = (standing: Standing, api: ApiPlace): Answer =>
  overApi('requestReview', standing, api);
export const mayAnswer = (standing: Standing, api: ApiPlace): Answer => overApi('answer', standing, api);
export const mayComment = (standing: Standing, api: ApiPlace): Answer => overApi('comment', standing, api);
export const mayRevokeSignOff = (standing: Standing, api: ApiPlace): Answer =>
  overApi('revoke-sign-off', standing, api);

/** Offering an API that is owned takes it from a team and needs a manager there; an unowned one may be offered by more. */
export function mayOffer(standing: Standing, api: ApiPlace): Answer {
  return overApi(api.state === 'accepted' ? 'offer-owned' : 'offer-unowned', standing, api);
}

/**
 * A manager of the receiving team accepts, or a manager above it, who assigns ownership in the whole subtree anyway.
 * Refused as `ownership.no-offer` while nothing is offered.
 */
export const mayAccept = (standing: Standing, api: ApiPlace): Answer =>
  mayAnswerOffer('accept', standing, api);
export const mayDecline = (standing: Standing, api: ApiPlace): Answer =>
  mayAnswerOffer('decline', standing, api);

function mayAnswerOffer(right: 'accept' | 'decline', standing: Standing, api: ApiPlace): Answer {
  if (api.offeredPath.length === 0)
    return conflicting('ownership.no-offer', 'This API is not offered to any team.');
  return overReceiving(right, standing, api.offeredPath);
}

/** Refused as `ownership.not-owned` while no team has accepted the API. */
export function mayAttest(standing: Standing, api: ApiPlace): Answer {
  if (api.state !== 'accepted') return conflicting('ownership.not-owned', 'No team owns this API yet.');
  return overApi('attest', standing, api);
}

/** @param parent path of the parent team, null for a team at the top */
export function mayCreateTeam(standing: Standing, parent: TeamPath | null): Answer {
  return parent === null ? overTeam('create-top', standing, []) : overTeam('create-below', standing, parent);
}

/** Whether there is any place in the tree where this person may create a team. */
export const mayCreateSomeTeam = (standing: Standing): Answer => overTeam('create-somewhere', standing, []);

export const mayEditTeam = (standing: Standing, team: TeamPath): Answer => overTeam('edit', standing, team);
export const mayManageMembers = (standing: Standing, team: TeamPath): Answer =>
  overTeam('manage-members', standing, team);
export const mayRemoveTeam = (standing: Standing, team: TeamPath): Answer =>
  overTeam('remove', standing, team);

/**
 * Moving a team changes who stands above it, and so who may approve and take its APIs: it needs the right to remove
 * the team where it is and the right to create one where it goes. Refused as `team.cycle` below itself.
 *
 * @param parent path of the new parent, null to move it to the top
 */
export function mayMoveTeam(standing: Standing, team: TeamPath, parent: TeamPath | null): Answer {
  const own = team.at(-1);
  if (own !== undefined && parent?.includes(own))
    return conflicting('team.cycle', 'A team cannot be below itself.');
  return overTeam('remove', standing, team) ?? mayCreateTeam(standing, parent);
}

/** The rights of organisation roles that concern no single team or API. */
export function mayManage(standing: Standing, what: OrganisationRight): Answer {
  return judge(ORGANISATION_RIGHTS[what], capacitiesInTeam(standing, []));
}
