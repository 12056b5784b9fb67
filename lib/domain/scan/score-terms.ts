import type { Kind } from './grammar.ts';
import type { Hit } from './hit.ts';
import { arrives } from './relevant.ts';
import type { Reach } from './reach.ts';
import type { Denominator, DocumentNode, Rule } from './rule.ts';
import { SEVERITY_WEIGHT, demerits } from './score.ts';
import { isSensitivePath } from './vocabulary.ts';
import type { ScoreTerm } from './types.ts';
import type { Walked } from './walk.ts';

function denominatorsOf(document: DocumentNode, walked: Walked): Record<Denominator, number> {
  const { counts, values } = walked;
  const count = (kind: Kind) => counts.get(kind) ?? 0;
  return {
    document: 1,
    operations: document.operations.length,
    'admin-operations': document.operations.filter(({ path }) => isSensitivePath(path)).length,
    servers: count('server'),
    'security-schemes': count('security-scheme'),
    parameters: count('parameter'),
    responses: count('response'),
    values,
  };
}

/** The score's arithmetic: one term for each rule that fired where it counts, heaviest first. */
export function scoreTerms(
  document: DocumentNode,
  walked: Walked,
  hits: readonly Hit[],
  among: ReadonlyMap<Rule, number>,
  reach: Reach,
): ScoreTerm[] {
  const denominators = denominatorsOf(document, walked);
  const counts = new Map<Rule, number>();
  for (const hit of hits) {
    const { rule } = hit;
    if (rule.severityElsewhere !== undefined && !arrives(hit, reach)) continue;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([rule, count]) => {
      const weight = SEVERITY_WEIGHT[rule.severity];
      const category = rule.owasp[0];
      if (weight === 0 || category === undefined) return [];
      const denominator = Math.max(1, among.get(rule) ?? denominators[rule.per]);
      return [
        {
          category,
          rule: rule.id,
          count,
          denominator,
          weight,
          demerits: demerits(weight, count, denominator),
        },
      ];
    })
    .toSorted((a, b) => b.demerits - a.demerits || (a.rule < b.rule ? -1 : 1));
}
