import {
  administers,
  hasRole,
  isColleague,
  managesSomeTeam,
  managesTeam,
  roleIn,
} from '../identity/standing.ts';
import type { Standing, TeamPath } from '../identity/standing.ts';
import type { OwnerState, TeamRole } from '../words.ts';

/** What somebody can be to an API or a team, as far as rights go. */
export type Capacity =
  /** Any person of the organisation who may change something. */
  | 'colleague'
  /** Who registered the API, while no team has accepted it. */
  | 'registrant'
  /** Their role in the team itself. */
  | TeamRole
  /** Manager of one of its ancestors. */
  | 'manager-above'
  /** Manager of any team. */
  | 'manager-somewhere'
  | 'security'
  | 'admin'
  /** A service account with the scope `revisions:write`. */
  | 'uploading-service';

/** The facts about an API that rights depend on. */
export interface ApiPlace {
  /** E-mail of who registered it; null when that was no person. */
  registeredBy: string | null;
  state: OwnerState;
  /** Path of the accepted team; empty while there is none. */
  ownerPath: TeamPath;
  /** Path of the team an offer waits for, beside an owner or not; empty while there is no offer. */
  offeredPath: TeamPath;
}

/** What somebody is to the team at the end of the path. Service accounts and auditors are nothing to any team. */
export function capacitiesInTeam(standing: Standing, path: TeamPath): Set<Capacity> {
  const held = new Set<Capacity>();
  if (administers(standing)) held.add('admin');
  if (standing.kind === 'service' && standing.scopes.includes('revisions:write'))
    held.add('uploading-service');
  if (!isColleague(standing)) return held;
  held.add('colleague');
  if (hasRole(standing, 'security')) held.add('security');
  if (managesSomeTeam(standing)) held.add('manager-somewhere');
  if (managesTeam(standing, path.slice(0, -1))) held.add('manager-above');
  const own = path.at(-1);
  const role = own === undefined ? null : roleIn(standing, own);
  if (role !== null) held.add(role);
  return held;
}

/** What somebody is to an API: to its owning team, or to the API itself while it has none. */
export function capacitiesForApi(standing: Standing, api: ApiPlace): Set<Capacity> {
  const isOwned = api.state === 'accepted';
  const held = capacitiesInTeam(standing, isOwned ? api.ownerPath : []);
  if (!isOwned && held.has('colleague') && standing.name === api.registeredBy) held.add('registrant');
  return held;
}
