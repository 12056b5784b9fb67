import { z } from 'zod';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { TEAM_ROLES } from '#lib/domain/words.ts';
import { defineRoute } from '../http/define-route.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { etagOf } from '../http/etag.ts';
import { email, line, listQuery, pageOf, slug } from '../http/schemas.ts';
import { changeTeam } from './change-team.ts';
import { createTeam } from './create-team.ts';
import * as queries from './queries.ts';
import { removeMember } from './remove-member.ts';
import { removeTeam } from './remove-team.ts';
import { team, teamMember, teamRow } from './schemas.ts';
import { setMember } from './set-member.ts';

const EVERYONE = { people: 'everyone' } as const;
const name = line(120);

const columns: CsvColumn<TeamRowDto>[] = [
  { header: 'slug', value: (row) => row.slug },
  { header: 'name', value: (row) => row.name },
  { header: 'parent', value: (row) => row.parent },
  { header: 'path', value: (row) => row.path.join('/') },
  { header: 'members', value: (row) => row.memberCount },
  { header: 'managers', value: (row) => row.managerCount },
  { header: 'approvers', value: (row) => row.approverCount },
  { header: 'apis', value: (row) => row.apiCount },
  { header: 'apis below', value: (row) => row.subtreeApiCount },
  { header: 'worst risk', value: (row) => row.worstRisk },
  { header: 'blocked', value: (row) => row.blockedCount },
];

export const listTeams = defineRoute({
  method: 'GET',
  path: '/teams',
  operationId: 'listTeams',
  tag: 'Teams',
  summary: 'The ownership tree as a list',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(['path', 'name', 'slug'], 'path'),
    q: line(200).optional(),
    parent: slug.optional(),
    member: z.literal('me').optional(),
  }),
  output: pageOf(teamRow),
  csv: { filename: 'teams', columns },
  handler: (ctx, { query }) => queries.listTeams(ctx, query),
});

export const postTeam = defineRoute({
  method: 'POST',
  path: '/teams',
  operationId: 'createTeam',
  tag: 'Teams',
  summary: 'Make a team',
  access: EVERYONE,
  body: z.strictObject({ slug, name, parent: slug.nullish() }),
  output: team,
  status: 201,
  etag: (result) => etagOf(result.version),
  errors: [404, 409],
  handler: (ctx, { body }) => createTeam(ctx, body),
});

export const getTeam = defineRoute({
  method: 'GET',
  path: '/teams/{slug}',
  operationId: 'getTeam',
  tag: 'Teams',
  summary: 'A team with its members and what rolls up from below',
  access: EVERYONE,
  params: z.object({ slug }),
  output: team,
  etag: (result) => etagOf(result.version),
  errors: [404],
  handler: (ctx, { params }) => queries.getTeam(ctx, params.slug),
});

export const patchTeam = defineRoute({
  method: 'PATCH',
  path: '/teams/{slug}',
  operationId: 'changeTeam',
  tag: 'Teams',
  summary: 'Rename or move a team',
  access: EVERYONE,
  params: z.object({ slug }),
  body: z.strictObject({ name: name.optional(), parent: slug.nullish() }),
  output: team,
  etag: (result) => etagOf(result.version),
  errors: [404, 409, 412],
  handler: (ctx, { params, body, ifMatch }) => changeTeam(ctx, params.slug, body, ifMatch),
});

export const deleteTeam = defineRoute({
  method: 'DELETE',
  path: '/teams/{slug}',
  operationId: 'removeTeam',
  tag: 'Teams',
  summary: 'Remove a team that nothing hangs on',
  access: EVERYONE,
  params: z.object({ slug }),
  errors: [404, 409],
  handler: async (ctx, { params }) => {
    await removeTeam(ctx, params.slug);
    return new Response(null, { status: 204 });
  },
});

const memberParams = z.object({ slug, email });

export const putMember = defineRoute({
  method: 'PUT',
  path: '/teams/{slug}/members/{email}',
  operationId: 'setTeamMember',
  tag: 'Teams',
  summary: 'Add a member or change the role',
  access: EVERYONE,
  params: memberParams,
  body: z.strictObject({ role: z.enum(TEAM_ROLES) }),
  output: teamMember.extend({ added: z.boolean() }),
  status: (result) => (result.added ? 201 : 200),
  statuses: [200, 201],
  errors: [404],
  handler: (ctx, { params, body }) => setMember(ctx, params.slug, params.email, body.role),
});

export const deleteMember = defineRoute({
  method: 'DELETE',
  path: '/teams/{slug}/members/{email}',
  operationId: 'removeTeamMember',
  tag: 'Teams',
  summary: 'Remove a member; every right of the team is lost at once',
  access: EVERYONE,
  params: memberParams,
  errors: [404],
  handler: async (ctx, { params }) => {
    await removeMember(ctx, params.slug, params.email);
    return new Response(null, { status: 204 });
  },
});
