import { migrate } from '#db/migrate.ts';
import type { RunCommand } from '../cli/command.ts';

export const run: RunCommand = async ({ connect, say }) => {
  const { ownerUrl } = await connect({ shouldMigrate: false });
  const applied = await migrate(ownerUrl, say);
  return {
    text:
      applied === 0
        ? 'The database is up to date.'
        : `The database is up to date, ${applied} migrations applied.`,
    json: { applied },
  };
};
