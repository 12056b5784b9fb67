import { makeContext } from '#lib/server/make-context.ts';
import { OPERATOR } from '#lib/server/system-actor.ts';
import { createToken } from '#lib/server/tokens/create-token.ts';
import type { RunCommand } from '../cli/command.ts';

const DAY_MS = 86_400_000;

export const run: RunCommand = async ({ positionals, options, connect }) => {
  await connect();
  const ctx = makeContext(OPERATOR);
  const days = options['expires-days'];
  const { token } = await createToken(ctx, {
    owner: positionals.EMAIL!.toLowerCase(),
    name: options.name!,
    expiresAt: days ? new Date(ctx.now.getTime() + Number(days) * DAY_MS) : null,
  });
  return { text: token, json: { token } };
};
