import type { OrganisationRole } from '#lib/domain/words.ts';
import { makeContext } from '#lib/server/make-context.ts';
import { addPerson } from '#lib/server/people/add-person.ts';
import { OPERATOR } from '#lib/server/system-actor.ts';
import type { RunCommand } from '../cli/command.ts';

export const run: RunCommand = async ({ positionals, options, connect }) => {
  await connect();
  const person = await addPerson(makeContext(OPERATOR), {
    email: positionals.EMAIL!.toLowerCase(),
    name: options.name!,
    role: (options.role ?? 'member') as OrganisationRole,
  });
  return { text: `Added ${person.email} with the role ${person.role}.`, json: person };
};
