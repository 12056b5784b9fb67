import type { RunCommand } from '../cli/command.ts';
import { Refused } from '../cli/failures.ts';
import { loadDemoIfAsked } from '../house/load-demo.ts';

export const run: RunCommand = async ({ connect, say }) => {
  const { ownerUrl } = await connect();
  const isLoaded = await loadDemoIfAsked(ownerUrl, say);
  if (!isLoaded)
    throw new Refused('The database is not empty: the demo organisation is loaded into an empty one only.');
  return { text: 'The demo organisation is loaded.', json: { loaded: true } };
};
