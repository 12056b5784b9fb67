import { SCOPES } from '#lib/domain/words.ts';
import { makeContext } from '#lib/server/make-context.ts';
import { OPERATOR } from '#lib/server/system-actor.ts';
import { createServiceAccount } from '#lib/server/tokens/create-service-account.ts';
import type { RunCommand } from '../cli/command.ts';

export const run: RunCommand = async ({ positionals, options, connect }) => {
  await connect();
  const asked = options.scopes!.split(',');
  const scopes = SCOPES.filter((scope) => asked.includes(scope));
  const { token } = await createServiceAccount(makeContext(OPERATOR), { slug: positionals.SLUG!, scopes });
  return { text: token, json: { token } };
};
