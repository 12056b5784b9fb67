import type { ApiAction } from '../apis/dto.ts';
import type { Capacity } from './capacities.ts';
import type { RightRow } from './right-row.ts';
import { REGISTERING_RIGHTS, TEAM } from './registering.ts';

const EDITORS: readonly Capacity[] = ['registrant', ...TEAM];
const MANAGERS: readonly Capacity[] = ['manager', 'manager-above'];

/** Rights over one API, beyond what its page offers as buttons. */
export type ApiRight =
  | Exclude<ApiAction, 'offer'>
  | keyof typeof REGISTERING_RIGHTS
  | 'offer-unowned'
  | 'offer-owned'
  | 'answer'
  | 'comment'
  | 'revoke-sign-off'
  | 'decide-exception'
  | 'promote'
  | 'report-deployment'
  | 'import-findings'
  | 'review-emergency';

/** `accept` and `decline` are judged against the receiving team, all others against the owning one. */
export const API_RIGHTS = {
  ...REGISTERING_RIGHTS,
  edit: {
    who: EDITORS,
    otherwise:
      'Only the owning team and managers above it may edit this API, or who registered it while nobody owns it.',
  },
  remove: {
    who: ['registrant', ...MANAGERS],
    otherwise:
      'Only a manager of the owning team or above may remove this API, or who registered it while nobody owns it.',
  },
  upload: {
    who: [...EDITORS, 'uploading-service'],
    otherwise:
      'Only the owning team, managers above it and pipelines may upload a description, or who registered the API while nobody owns it.',
  },
  requestReview: {
    who: EDITORS,
    otherwise:
      'Only the owning team and managers above it may request a review, or who registered the API while nobody owns it.',
  },
  answer: {
    who: [...EDITORS, 'security'],
    otherwise:
      'Only the owning team, managers above it and security may answer, or who registered the API while nobody owns it.',
  },
  comment: { who: ['colleague'], otherwise: 'Only people of the organisation may comment.' },
  'offer-unowned': {
    who: ['registrant', 'manager-somewhere', 'security', 'admin'],
    otherwise:
      'Only who registered this API, managers, security and administrators may offer it while nobody owns it.',
  },
  'offer-owned': {
    who: MANAGERS,
    otherwise: 'Only a manager of the owning team or of a team above it may hand this API over.',
  },
  accept: {
    who: MANAGERS,
    otherwise: 'Only a manager of the receiving team or of a team above it may accept.',
  },
  decline: {
    who: MANAGERS,
    otherwise: 'Only a manager of the receiving team or of a team above it may decline.',
  },
  attest: {
    who: MANAGERS,
    otherwise: 'Only a manager of the owning team or of a team above it may confirm the ownership.',
  },
  'propose-exception': {
    who: [...TEAM, 'security'],
    otherwise: 'Only the owning team, managers above it and security may propose an exception.',
  },
  'decide-exception': { who: ['security'], otherwise: 'Only security decides about exceptions.' },
  'revoke-sign-off': {
    who: [...MANAGERS, 'security'],
    otherwise: 'Only security and a manager of the owning team or above may revoke a sign-off.',
  },
  promote: {
    who: [...TEAM, 'admin'],
    otherwise: 'Only the owning team, managers above it, administrators and pipelines may promote this API.',
  },
  'report-deployment': {
    who: [...EDITORS, 'admin'],
    otherwise:
      'Only the owning team, managers above it, administrators and pipelines may report deployments of this API.',
  },
  'judge-finding': {
    who: [...EDITORS, 'security'],
    otherwise: 'Only the owning team, managers above it and security may acknowledge or reopen a finding.',
  },
  'dismiss-finding': {
    who: ['security'],
    otherwise: 'Only security may call a finding a false positive, since it then no longer blocks.',
  },
  'import-findings': {
    who: [...EDITORS, 'security', 'uploading-service'],
    otherwise:
      'Only the owning team, managers above it, security and pipelines may import findings of other scanners.',
  },
  'open-emergency': {
    who: ['approver', 'manager', 'admin'],
    otherwise: 'Only managers and approvers of the owning team and administrators may open emergency access.',
  },
  'review-emergency': {
    who: ['approver', ...MANAGERS, 'security', 'admin'],
    otherwise:
      'Only managers and approvers of the owning team, managers above it, security and administrators may review it.',
  },
} as const satisfies Record<ApiRight, RightRow>;

export type TeamRight =
  | 'create-top'
  | 'create-below'
  | 'create-somewhere'
  | 'edit'
  | 'manage-members'
  | 'remove';

/** Judged against the team itself, `create-below` against the parent. */
export const TEAM_RIGHTS = {
  'create-top': { who: ['admin'], otherwise: 'Only administrators may create a team at the top.' },
  'create-below': {
    who: [...MANAGERS, 'admin'],
    otherwise: 'Only a manager of the parent team or above and administrators may create a team here.',
  },
  'create-somewhere': {
    who: ['manager-somewhere', 'admin'],
    otherwise: 'Only managers of a team and administrators may create teams.',
  },
  edit: {
    who: [...MANAGERS, 'admin'],
    otherwise: 'Only a manager of this team or above and administrators may change it.',
  },
  'manage-members': {
    who: [...MANAGERS, 'admin'],
    otherwise: 'Only a manager of this team or above and administrators may change its members.',
  },
  remove: {
    who: ['manager-above', 'admin'],
    otherwise: 'Only a manager above this team and administrators may remove it.',
  },
} as const satisfies Record<TeamRight, RightRow>;

export type OrganisationRight = 'people' | 'environments' | 'integrations' | 'checklists' | 'policies';

export const ORGANISATION_RIGHTS = {
  people: { who: ['admin'], otherwise: 'Only administrators manage people.' },
  environments: { who: ['admin'], otherwise: 'Only administrators manage environments.' },
  integrations: { who: ['admin'], otherwise: 'Only administrators manage integrations.' },
  checklists: { who: ['security'], otherwise: 'Only security manages checklists.' },
  policies: { who: ['security'], otherwise: 'Only security manages policies.' },
} as const satisfies Record<OrganisationRight, RightRow>;
