import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { inApplications, inTeams } from '../apis/api-scope.ts';

export interface RiskScope {
  /** With everything below it, as the tree is now. */
  team?: string;
  application?: string;
}

/** On the APIs `a`. Retired ones run nowhere and count nowhere. */
export const scopeCondition = (scope: RiskScope): SQL => sql`a.lifecycle <> 'retired' AND ${within(scope)}`;

/** On a row of history `h` of the API `a`: the team it counted for then, in the application it is in now. */
export const pastScopeCondition = (scope: RiskScope): SQL =>
  sql`h.lifecycle <> 'retired' AND ${within(scope, sql`h`)}`;

function within({ team, application }: RiskScope, row = sql`a`): SQL {
  return sql.join(
    [
      sql`true`,
      ...(team ? [inTeams([team], true, row)] : []),
      ...(application ? [inApplications([application])] : []),
    ],
    sql` AND `,
  );
}
