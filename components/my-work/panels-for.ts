import type { OrganisationRole } from '#lib/domain/words.ts';
import type { MY_WORK } from './my-work-queries.ts';

export type WorkPanelName = keyof typeof MY_WORK;

/**
 * What somebody's own work consists of, in the order in which it is shown. Auditors change nothing, so that nothing
 * waits for them; what their teams answer for concerns them all the same.
 */
export function panelsFor(role: OrganisationRole, hasTeams: boolean): readonly WorkPanelName[] {
  const acts = role !== 'auditor';
  const shown: Record<WorkPanelName, boolean> = {
    waiting: acts && (hasTeams || role === 'security'),
    offers: acts && hasTeams,
    red: hasTeams,
    expiring: hasTeams,
    requests: acts,
  };
  return (Object.keys(shown) as WorkPanelName[]).filter((name) => shown[name]);
}
