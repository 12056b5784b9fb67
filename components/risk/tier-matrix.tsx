import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import { API_WORDS } from '../apis/api-words.ts';
import { MatrixHeat } from '../ui/matrix-heat.tsx';

const COLUMNS = [
  { key: 'allowed', label: 'May ship', tone: 'allowed' },
  { key: 'awaiting', label: 'Awaiting people', tone: 'awaiting' },
  { key: 'prevented', label: 'Blocked', tone: 'prevented' },
] as const;

/** Where the risk lies: the critical and blocked corner is the one to look at. */
export function TierMatrix({ cells }: { cells: RiskDto['matrix'] }) {
  return (
    <MatrixHeat
      label="APIs by tier and by what the gate says"
      rows={TIERS.toReversed().map((tier) => ({ key: tier, label: API_WORDS[tier] }))}
      columns={COLUMNS}
      cells={cells.map(({ tier, outcome, count }) => ({
        row: tier,
        column: outcome,
        count,
        href: `/apis?tier=${tier}&gate=${outcome}&sort=-risk`,
      }))}
    />
  );
}
