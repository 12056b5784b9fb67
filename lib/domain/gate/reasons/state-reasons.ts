import type { Reason } from '../facts.ts';
import { apiPath, environmentsPath } from '../paths.ts';
import { ownersPeople, type Question } from '../question.ts';
import { emails } from '../sentences.ts';

/** Whether the API and the environment are in a state in which anything may ship at all. */
export function stateReasons(question: Question): Reason[] {
  const { api, environment, revision } = question;
  const reasons: Reason[] = [];
  if (api.lifecycle === 'retired') {
    reasons.push({
      code: 'lifecycle.retired',
      message: `${api.name} is retired, and a retired API is not deployed again.`,
      unblockers: emails(ownersPeople(question)),
      path: apiPath(api.slug),
    });
  }
  if (environment.frozen) {
    reasons.push({
      code: 'environment.frozen',
      message: `${environment.name} is frozen: nothing is promoted until an administrator lifts the freeze.`,
      unblockers: [],
      path: environmentsPath,
    });
  }
  if (!revision) {
    reasons.push({
      code: 'revision.none',
      message: `No description of ${api.name} has been uploaded yet.`,
      unblockers: emails(ownersPeople(question)),
      path: apiPath(api.slug),
    });
  }
  return reasons;
}
