import { z } from 'zod';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import type { TokenDto } from '#lib/domain/people/dto.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { refuse } from '../http/problem.ts';
import { flag, line, listQuery, moment, pageOf, uuid } from '../http/schemas.ts';
import { createToken } from './create-token.ts';
import * as queries from './queries.ts';
import { revokeToken } from './revoke-token.ts';
import { createdToken, token } from './schemas.ts';

/** Auditors have tokens of their own, too: reading by script is reading. */
const OWN = { people: 'everyone', auditorMayWrite: true } as const;
const TAG = 'Tokens';

const columns: CsvColumn<TokenDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'name', value: (row) => row.name },
  { header: 'owner', value: (row) => row.owner },
  { header: 'prefix', value: (row) => row.prefix },
  { header: 'created', value: (row) => row.createdAt },
  { header: 'expires', value: (row) => row.expiresAt },
];

export const listTokens = defineRoute({
  method: 'GET',
  path: '/tokens',
  operationId: 'listTokens',
  tag: TAG,
  summary: 'One’s own tokens; everybody’s with all=true, for administrators',
  access: OWN,
  query: z.strictObject({ ...listQuery(queries.TOKEN_SORTS, '-createdAt'), all: flag.default(false) }),
  output: pageOf(token),
  csv: { filename: 'tokens', columns },
  handler: (ctx, { query }) => {
    if (query.all) refuse(mayManage(ctx.actor.standing, 'people'));
    return queries.listTokens(ctx, query);
  },
});

export const postToken = defineRoute({
  method: 'POST',
  path: '/tokens',
  operationId: 'createToken',
  tag: TAG,
  summary: 'Make a token that acts with one’s own rights',
  description: 'The token is in this answer only.',
  access: OWN,
  body: z.strictObject({ name: line(120), expiresAt: moment.nullish() }),
  output: createdToken,
  status: 201,
  handler: (ctx, { body: { name, expiresAt } }) =>
    createToken(ctx, {
      owner: ctx.actor.standing.name,
      name,
      expiresAt: expiresAt ? new Date(expiresAt) : null,
    }),
});

export const deleteToken = defineRoute({
  method: 'DELETE',
  path: '/tokens/{id}',
  operationId: 'revokeToken',
  tag: TAG,
  summary: 'Revoke a token: it is worthless from the next request on',
  access: OWN,
  params: z.object({ id: uuid }),
  handler: async (ctx, { params }) => {
    await revokeToken(ctx, params.id);
    return new Response(null, { status: 204 });
  },
});
