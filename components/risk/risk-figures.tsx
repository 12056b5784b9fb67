import type { RiskFigure } from '#lib/domain/risk/dto.ts';
import { Stat, StatRow } from '../ui/stat.tsx';

/** Six figures, each with its change over 30 days and the list behind it. */
export function RiskFigures({ figures }: { figures: readonly RiskFigure[] }) {
  return (
    <StatRow label="In figures">
      {figures.map((figure) => (
        <Stat
          key={figure.key}
          label={figure.label}
          value={figure.value}
          before={figure.before}
          since="in 30 days"
          moreIs={figure.key === 'apis' ? 'neutral' : 'worse'}
          href={figure.href}
        />
      ))}
    </StatRow>
  );
}
