import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { Section } from '../ui/section.tsx';

/** The sum behind the score, line by line, as on a bank statement. */
export function RiskArithmetic({ risk }: { risk: ApiDto['risk'] }) {
  const sum = risk.contributions.reduce((total, { points }) => total + points, 0);
  return (
    <Section title="Risk, added up" actions={<RiskFigure score={risk.score} level={risk.level} />}>
      {risk.contributions.length === 0 ? (
        <p className="text-13 text-muted">Nothing counts against it.</p>
      ) : (
        <table className="w-full text-13">
          <thead className="sr-only">
            <tr>
              <th>What counts</th>
              <th>Points</th>
            </tr>
          </thead>
          <tbody>
            {risk.contributions.map(({ code, points, message }) => (
              <tr key={code} className="border-b border-line last:border-0">
                <td className="py-1.5 pr-4">{message}</td>
                <td className="py-1.5 text-right align-top tabular-nums">+{points}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-control font-medium">
              <td className="pt-2 pr-4">{sum > risk.score ? 'Sum, counted up to 100' : 'Sum'}</td>
              <td className="pt-2 text-right tabular-nums">{risk.score}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </Section>
  );
}
