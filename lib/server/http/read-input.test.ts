import { expect, it } from 'vitest';
import { defineRoute } from './define-route.ts';
import { readInput } from './read-input.ts';

const anywhere = defineRoute({
  method: 'GET',
  path: '/{rest}',
  operationId: 'anywhere',
  tag: 'Reference',
  summary: 'Anything below',
  access: { people: 'everyone' },
  handler: async () => ({ status: 204 }),
});
const read = (rest: string[]) =>
  readInput(anywhere, new Request('http://portal.example/api/v1/x'), { rest } as never);

it('takes the list of parts of a catch-all address, and refuses one that holds no text', async () => {
  await expect(read(['no-such-route', 'at-all'])).resolves.toMatchObject({
    input: { params: { rest: ['no-such-route', 'at-all'] } },
  });
  await expect(read(['fine', 'a\0b'])).rejects.toMatchObject({ code: 'not-found' });
});
