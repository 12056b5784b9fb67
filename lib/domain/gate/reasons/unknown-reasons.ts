import type { GateFacts, Reason } from '../facts.ts';
import { apiPath, environmentsPath, inventoryPath } from '../paths.ts';

/** What was asked for and does not exist. A description is only looked for in an API that is known. */
export function unknownReasons({ asked, api, environment, revision }: GateFacts): Reason[] {
  const reasons: Reason[] = [];
  const tell = (code: Reason['code'], message: string, path: string) =>
    reasons.push({ code, message, unblockers: [], path });

  if (!api) tell('api.unknown', `There is no API “${asked.api}”.`, inventoryPath);
  if (!environment) {
    tell('environment.unknown', `There is no environment “${asked.environment}”.`, environmentsPath);
  }
  if (api && !revision) {
    const what = asked.revision === null ? 'the newest description' : `a description “${asked.revision}”`;
    tell('revision.unknown', `${api.name} has no record of ${what}.`, apiPath(api.slug));
  }
  return reasons;
}
