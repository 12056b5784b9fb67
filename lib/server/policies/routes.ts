import { z } from 'zod';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { slug } from '../http/schemas.ts';
import { getPolicy } from './get-policy.ts';
import { previewPolicy } from './preview-policy.ts';
import { putPolicy } from './put-policy.ts';
import { policy, policyDocument, policyPreview } from './schemas.ts';

const common = { tag: 'Policies', access: { people: 'everyone' }, params: z.object({ key: slug }) } as const;
const etag = (result: z.input<typeof policy>) => etagOf(result.version);

export const getPolicyRoute = defineRoute({
  ...common,
  method: 'GET',
  path: '/policies/{key}',
  operationId: 'getPolicy',
  summary: 'The policy in force and those before it; `gate` is what the gate judges by',
  output: policy,
  etag,
  handler: (ctx, { params: { key } }) => getPolicy(ctx, key),
});

export const putPolicyRoute = defineRoute({
  ...common,
  method: 'PUT',
  path: '/policies/{key}',
  operationId: 'putPolicy',
  summary: 'Put another policy in force, as a new version',
  body: policyDocument,
  output: policy,
  etag,
  errors: [412],
  handler: (ctx, { params: { key }, body, ifMatch }) => putPolicy(ctx, key, body, ifMatch),
});

export const postPreview = defineRoute({
  ...common,
  method: 'POST',
  path: '/policies/{key}/preview',
  operationId: 'previewPolicy',
  summary: 'What another policy would change for every API, before it is put in force',
  access: { people: 'everyone', auditorMayWrite: true },
  query: z.strictObject({ environment: slug.default('production') }),
  body: policyDocument,
  output: policyPreview,
  handler: (ctx, { params: { key }, query: { environment }, body }) =>
    previewPolicy(ctx, key, body, environment),
});
