import type { AuditEventDto } from '#lib/domain/audit/dto.ts';

/** Verbs that do not read well when their words are simply turned round. */
const SENTENCES: Readonly<
  Record<string, (subjects: readonly string[], data: AuditEventDto['data']) => string>
> = {
  'gate.decided': ([api, environment], { outcome }) =>
    `The gate answered ${String(outcome)} for ${api} to ${environment}`,
  'api.promoted': ([api, environment]) => `${api} was promoted to ${environment}`,
  'api.registered': ([api]) => `${api} was registered`,
  'ownership.offered': ([api, team]) => `${api} was offered to ${team}`,
  'ownership.accepted': ([api, team]) => `${team} accepted ${api}`,
  'ownership.handed-over': ([api, team]) => `${api} was handed over to ${team}`,
  'ownership.declined': ([api, team]) => `${team} declined ${api}`,
  'ownership.attested': ([api, team]) => `${team} confirmed that it owns ${api}`,
  'revision.uploaded': ([api], { version }) =>
    `Version ${typeof version === 'string' ? version : ''} of ${api} was uploaded`,
  'deployment.reported': ([api, environment], { gated }) =>
    `${api} was seen running in ${environment}${gated ? '' : ', without a decision'}`,
  'team.member-added': ([team, person]) => `${person} joined ${team}`,
  'team.member-removed': ([team, person]) => `${person} left ${team}`,
};

/** One event as a sentence; the action's own words where there is none for it. */
export function auditSentence({ action, subjects, data }: AuditEventDto): string {
  const known = SENTENCES[action];
  if (known && subjects.length > 0) return known(subjects, data);
  const [thing = '', verb = ''] = action.split('.');
  const words = `${thing} ${verb.replaceAll('-', ' ')}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${subjects[0] ? `: ${subjects[0]}` : ''}`;
}
