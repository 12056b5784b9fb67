import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { Http } from './http.ts';

const APP = resolve(import.meta.dirname, '../../app');

/** Objects of the demo organisation with much to show, by which pages are visited. */
export interface Examples {
  api: string;
  finding: string;
  /** Two revisions of the API, the older first. */
  changes: [string, string];
  review: string;
  team: string;
  application: string;
  event: number;
}

/** Where each page is looked at, by its route. */
export const PAGES: Readonly<Record<string, (examples: Examples) => string>> = {
  '/': () => '/',
  '/apis': () => '/apis',
  '/apis/new': () => '/apis/new',
  '/apis/[slug]': ({ api }) => `/apis/${api}`,
  '/apis/[slug]/description': ({ api }) => `/apis/${api}/description`,
  '/apis/[slug]/description/changes': ({ api, changes: [from, to] }) =>
    `/apis/${api}/description/changes?from=${from}&to=${to}`,
  '/apis/[slug]/description/text': ({ api }) => `/apis/${api}/description/text?marks=all&line=3`,
  '/apis/[slug]/edit': ({ api }) => `/apis/${api}/edit`,
  '/apis/[slug]/findings': ({ api }) => `/apis/${api}/findings`,
  '/apis/[slug]/findings/[id]': ({ api, finding }) => `/apis/${api}/findings/${finding}`,
  '/apis/[slug]/gate': ({ api }) => `/apis/${api}/gate`,
  '/apis/[slug]/ownership': ({ api }) => `/apis/${api}/ownership`,
  '/apis/[slug]/reviews': ({ api }) => `/apis/${api}/reviews`,
  '/apis/[slug]/timeline': ({ api }) => `/apis/${api}/timeline`,
  '/applications': () => '/applications',
  '/applications/[slug]': ({ application }) => `/applications/${application}`,
  '/applications/[slug]/history': ({ application }) => `/applications/${application}/history`,
  '/audit': () => '/audit',
  '/audit/[seq]': ({ event }) => `/audit/${event}`,
  '/findings': () => '/findings',
  '/reviews': () => '/reviews',
  '/reviews/[id]': ({ review }) => `/reviews/${review}`,
  '/risk': () => '/risk',
  '/settings': () => '/settings',
  '/settings/checklist': () => '/settings/checklist',
  '/settings/environments': () => '/settings/environments',
  '/settings/people': () => '/settings/people',
  '/settings/policy': () => '/settings/policy',
  '/settings/tokens': () => '/settings/tokens',
  '/teams': () => '/teams',
  '/teams/[slug]': ({ team }) => `/teams/${team}`,
  '/teams/[slug]/apis': ({ team }) => `/teams/${team}/apis`,
  '/teams/[slug]/applications': ({ team }) => `/teams/${team}/applications`,
  '/teams/[slug]/history': ({ team }) => `/teams/${team}/history`,
};

/** Every page of the portal there is, from the tree of files: `/apis/[slug]`. */
export function portalRoutes(): string[] {
  return readdirSync(resolve(APP, '(portal)'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?:^|\/)page\.tsx$/.test(path))
    .map((path) => `/${path}`.replace(/\/page\.tsx$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/')
    .toSorted();
}

/** An API whose sign-off a change made void: it has revisions, findings, reviews, an owner and an application. */
export async function findExamples(http: Http): Promise<Examples> {
  const first = async <Row>(path: string) => {
    const { items } = await http.must<Page<Row>>('GET', path);
    if (!items[0]) throw new Error(`nothing under ${path}`);
    return items[0];
  };
  const { items: overtaken } = await http.must<Page<ApiRowDto>>('GET', '/apis?signOff=void&sort=-risk');
  const api = overtaken.find((one) => one.owner.state === 'accepted' && one.application !== null);
  if (!api?.owner.team || !api.application) throw new Error('no sign-off is void');
  const { slug } = api;
  const { items: revisions } = await http.must<Page<RevisionDto>>('GET', `/apis/${slug}/revisions`);
  const [newest, before] = revisions;
  if (!newest || !before) throw new Error(`${slug} has one revision only`);
  const { id: finding } = await first<{ id: string }>(`/findings?api=${slug}&state=open`);
  const { id: review } = await first<ReviewRowDto>('/reviews?state=open&sort=dueAt');
  const { seq: event } = await first<AuditEventDto>(`/audit?subject=${slug}`);
  return {
    api: slug,
    finding,
    changes: [before.id, newest.id],
    review,
    team: api.owner.team,
    application: api.application.slug,
    event: Number(event),
  };
}
