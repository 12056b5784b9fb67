import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import { MatrixHeat } from '../ui/matrix-heat.tsx';
import { LEVEL_WORDS, OUTCOME_WORDS } from '../ui/value-words.ts';

const COLUMNS = (['allowed', 'awaiting', 'prevented'] as const).map((outcome) => ({
  key: outcome,
  label: OUTCOME_WORDS[outcome],
  tone: outcome,
}));

/** Where the risk lies: the critical and blocked corner is the one to look at. */
export function TierMatrix({ cells }: { cells: RiskDto['matrix'] }) {
  return (
    <MatrixHeat
      label="APIs by tier and by what the gate says"
      rows={TIERS.toReversed().map((tier) => ({ key: tier, label: LEVEL_WORDS[tier] }))}
      columns={COLUMNS}
      cells={cells.map(({ tier, outcome, count, href }) => ({
        row: tier,
        column: outcome,
        count,
        href,
      }))}
    />
  );
}
