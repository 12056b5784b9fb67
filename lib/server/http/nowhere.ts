import { defineRoute } from './define-route.ts';
import { Problem } from './problem.ts';
import { METHODS } from './define-route.ts';
import { route } from './serve-route.ts';

/** Addresses below the interface that nobody serves. A service account is told nothing about them: its scopes do not reach here. */
const everyMethod = METHODS.map((method) =>
  defineRoute({
    method,
    path: '/{rest}',
    operationId: `nowhere${method}`,
    tag: 'Reference',
    summary: 'Nothing is here',
    access: { people: 'everyone', auditorMayWrite: true },
    raw: undefined,
    handler: async (_ctx, { request }) => {
      throw new Problem('not-found', `There is nothing at ${new URL(request.url).pathname}.`);
    },
  }),
);

export const nowhere = route(...everyMethod);
