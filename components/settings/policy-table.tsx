import type { PolicyDocument } from '#lib/domain/policy/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import { Badge } from '../ui/badge.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { APPROVAL_ROLE_WORDS } from '../ui/value-words.ts';

const DUE = ['critical', 'high', 'medium', 'low'] as const;
const CELL = 'px-4 py-2 whitespace-nowrap';
const days = (count: number) => `${count} days`;

/** What each tier asks for, all tiers beside each other. */
export function PolicyTable({ policy }: { policy: PolicyDocument }) {
  return (
    // Wider than a phone: it scrolls by itself, with the keyboard too.
    <div className="overflow-x-auto" role="region" aria-label="Policy by tier" tabIndex={0}>
      <table className="w-full min-w-184 text-13">
        <thead className="bg-head text-left text-12 text-muted">
          <tr className="border-b border-line">
            {['Tier', 'Signed by', 'Counts for', 'Blocked by', 'Exceptions at most'].map((head) => (
              <th key={head} scope="col" rowSpan={2} className={`${CELL} align-bottom font-medium`}>
                {head}
              </th>
            ))}
            <th scope="colgroup" colSpan={DUE.length} className="px-4 pt-2 font-medium">
              Findings are due after days
            </th>
          </tr>
          <tr className="border-b border-line">
            {DUE.map((severity) => (
              <th key={severity} scope="col" className="px-4 py-1 text-right font-medium">
                {severity}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TIERS.map((tier) => {
            const asks = policy.tiers[tier];
            return (
              <tr key={tier} className="border-b border-line last:border-0">
                <th scope="row" className={`${CELL} text-left font-normal`}>
                  <TierBadge tier={tier} />
                </th>
                <td className={CELL}>
                  <span className="flex gap-1.5">
                    {asks.signOffs.map((role) => (
                      <Badge key={role}>{APPROVAL_ROLE_WORDS[role]}</Badge>
                    ))}
                  </span>
                </td>
                <td className={CELL}>{days(asks.signOffDays)}</td>
                <td className={CELL}>
                  <span className="flex gap-x-3">
                    {asks.blockingSeverities.map((severity) => (
                      <SeverityBadge key={severity} severity={severity} plain />
                    ))}
                  </span>
                </td>
                <td className={CELL}>{days(asks.exceptionMaxDays)}</td>
                {DUE.map((severity) => (
                  <td key={severity} className={`${CELL} text-right`}>
                    {asks.findingDueDays[severity] ?? <span className="text-muted">never</span>}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
