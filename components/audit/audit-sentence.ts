import type { AuditEventDto } from '#lib/domain/audit/dto.ts';

type Data = AuditEventDto['data'];
type Sentence = (names: readonly string[], data: Data) => string;

const isId = (subject: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$|^sha256:/.test(subject);

/** What people call the subjects of an event: slugs and e-mails, without the ids. */
export const namesIn = ({ subjects }: Pick<AuditEventDto, 'subjects'>): string[] =>
  subjects.filter((subject) => !isId(subject));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One field of `before` or `after`. */
const within = (part: unknown, field: string): string =>
  typeof part === 'object' && part !== null && field in part
    ? textOf((part as Record<string, unknown>)[field])
    : '';

const spaced = (key: string | undefined) => (key ?? '').replaceAll('-', ' ');

/** Verbs that do not read well when their words are simply turned round. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'gate.decided': ([api, environment], { outcome }) =>
    `The gate answered ${textOf(outcome)} for ${api} to ${environment}`,
  'api.promoted': ([api, environment]) => `${api} was promoted to ${environment}`,
  'api.registered': ([api]) => `${api} was registered`,
  'api.changed': ([api]) => `${api} was changed`,
  'api.removed': ([api]) => `${api} was removed`,
  'ownership.offered': ([api, team]) => `${api} was offered to ${team}`,
  'ownership.accepted': ([api, team]) => `${team} accepted ${api}`,
  'ownership.handed-over': ([api, team]) => `${api} was handed over to ${team}`,
  'ownership.declined': ([api, team]) => `${team} declined ${api}`,
  'ownership.attested': ([api, team]) => `${team} confirmed that it owns ${api}`,
  'revision.uploaded': ([api], { version }) => `Version ${textOf(version)} of ${api} was uploaded`,
  'revision.rescanned': ([api], { ruleSet }) =>
    `${api} was scanned again with the rules ${within(ruleSet, 'after')}`,
  'revision.rescan-failed': ([api]) => `${api} could not be scanned again with new rules`,
  'revision.brought-back': ([api]) => `An earlier description of ${api} was uploaded again`,
  'review.requested': ([api, environment]) => `A review of ${api} for ${environment} was requested`,
  'review.answered': ([api, question], { after }) =>
    `${api}: ${spaced(question)} was answered ${spaced(within(after, 'answer'))}`,
  'review.submitted': ([api]) => `The review of ${api} was submitted for sign-off`,
  'review.commented': ([api]) => `Something was said about the review of ${api}`,
  'review.approved': ([api], { role }) =>
    `${api} was signed off by ${role === 'security' ? 'security' : 'its owner'}`,
  'review.changes-requested': ([api]) => `Changes were requested in the review of ${api}`,
  'review.rejected': ([api]) => `The review of ${api} was rejected`,
  'review.withdrawn': ([api]) => `The review of ${api} was withdrawn`,
  'signoff.revoked': ([api]) => `The sign-off of ${api} was revoked`,
  'deployment.reported': ([api, environment], { gated }) =>
    `${api} was seen running in ${environment}${gated ? '' : ', without a decision'}`,
  'exception.proposed': ([api]) => `An exception was proposed for ${api}`,
  'exception.approved': ([api]) => `An exception for ${api} was approved`,
  'exception.rejected': ([api]) => `An exception for ${api} was rejected`,
  'exception.revoked': ([api]) => `An exception for ${api} was revoked`,
  'emergency.opened': ([api, environment]) => `Emergency access for ${api} to ${environment} was opened`,
  'emergency.used': ([api, environment]) => `Emergency access let ${api} through to ${environment}`,
  'emergency.reviewed': ([api], { outcome }) => `Emergency access for ${api} was found ${textOf(outcome)}`,
  'finding.acknowledged': ([api]) => `A finding in ${api} was acknowledged`,
  'finding.dismissed': ([api]) => `A finding in ${api} was called a false positive`,
  'finding.reopened': ([api]) => `A finding in ${api} was reopened`,
  'findings.imported': ([api]) => `Findings of another scanner were imported for ${api}`,
  'team.created': ([team]) => `The team ${team} was made`,
  'team.member-added': ([team, person]) => `${person} joined ${team}`,
  'team.member-changed': ([team, person]) => `The role of ${person} in ${team} was changed`,
  'team.member-removed': ([team, person]) => `${person} left ${team}`,
  'person.added': ([person]) => `${person} was added`,
  'person.deactivated': ([person]) => `${person} was deactivated`,
  'session.opened': ([person]) => `${person} signed in`,
  'session.ended': ([person]) => `${person} signed out`,
  'token.created': ([owner], { name }) => `The token ${textOf(name)} was made for ${owner}`,
  'token.revoked': ([owner], { name }) => `The token ${textOf(name)} of ${owner} was revoked`,
  'environment.changed': ([environment]) => `The environment ${environment} was changed`,
};

/** One event as a sentence; the action's own words where there is none for it. */
export function auditSentence(event: Pick<AuditEventDto, 'action' | 'subjects' | 'data'>): string {
  const names = namesIn(event);
  const known = SENTENCES[event.action];
  if (known && names.length > 0) return known(names, event.data);
  const [thing = '', verb = ''] = event.action.split('.');
  const words = `${spaced(thing)} ${spaced(verb)}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${names[0] ? `: ${names[0]}` : ''}`;
}
