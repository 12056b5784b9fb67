import { z } from 'zod';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import { ORGANISATION_ROLES, SCOPES } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { email, flag, line, listQuery, many, pageOf, slug } from '../http/schemas.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';
import * as queries from './queries.ts';
import { me, person } from './schemas.ts';

const EVERYONE = { people: 'everyone' } as const;
const ADMINS = { people: ['admin'] } as const;
const TAG = 'People';
const name = line(120);
const role = z.enum(ORGANISATION_ROLES);

const columns: CsvColumn<PersonDto>[] = [
  { header: 'email', value: (row) => row.email },
  { header: 'name', value: (row) => row.name },
  { header: 'role', value: (row) => row.role },
  { header: 'active', value: (row) => row.active },
  { header: 'teams', value: (row) => row.teams.map((team) => `${team.slug}:${team.role}`).join(' ') },
];

export const listPeople = defineRoute({
  method: 'GET',
  path: '/people',
  operationId: 'listPeople',
  tag: TAG,
  summary: 'People of the organisation with their teams',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(queries.PERSON_SORTS, 'name'),
    q: line(200).optional(),
    role: many(role),
    active: flag.optional(),
    team: many(slug),
  }),
  output: pageOf(person),
  csv: { filename: 'people', columns },
  handler: (ctx, { query }) => queries.listPeople(ctx, query),
});

export const postPerson = defineRoute({
  method: 'POST',
  path: '/people',
  operationId: 'addPerson',
  tag: TAG,
  summary: 'Add a person',
  description:
    'Who signs in with this address, verified by the sign-in provider, is this person from then on.',
  access: ADMINS,
  body: z.strictObject({ email, name, role: role.default('member') }),
  output: person,
  status: 201,
  etag: (result) => etagOf(result.version),
  handler: (ctx, { body }) => addPerson(ctx, body),
});

export const getPerson = defineRoute({
  method: 'GET',
  path: '/people/{email}',
  operationId: 'getPerson',
  tag: TAG,
  summary: 'A person with their teams',
  access: EVERYONE,
  params: z.object({ email }),
  output: person,
  etag: (result) => etagOf(result.version),
  handler: (ctx, { params }) => queries.getPerson(ctx.db, params.email),
});

export const patchPerson = defineRoute({
  method: 'PATCH',
  path: '/people/{email}',
  operationId: 'changePerson',
  tag: TAG,
  summary: 'Rename, give another role, deactivate or reactivate a person',
  description: 'Deactivating ends every session; tokens stop working and work again after reactivation.',
  access: ADMINS,
  params: z.object({ email }),
  body: z.strictObject({ name: name.optional(), role: role.optional(), active: z.boolean().optional() }),
  output: person,
  etag: (result) => etagOf(result.version),
  errors: [409, 412],
  handler: (ctx, { params, body, ifMatch }) => changePerson(ctx, params.email, body, ifMatch),
});

export const getMe = defineRoute({
  method: 'GET',
  path: '/me',
  operationId: 'getMe',
  tag: TAG,
  summary: 'Who is asking',
  access: { people: 'everyone', scopes: SCOPES },
  output: me,
  handler: (ctx) => queries.getMe(ctx),
});
