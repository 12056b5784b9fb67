import { eq, inArray } from 'drizzle-orm';
import { apis } from '#db/schema/apis.ts';
import { findings } from '#db/schema/revisions.ts';
import type { FindingState } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { judgeInside } from './judge-finding.ts';
import type { FindingJudgement } from './judge-finding.ts';

export interface JudgedFinding {
  id: string;
  outcome: 'judged' | 'refused';
  /** How it stands now. */
  state?: FindingState;
  code?: string;
  detail?: string;
}

export interface JudgedFindings {
  results: JudgedFinding[];
  judged: number;
  refused: number;
}

/** One word about many findings: what is permitted is done, the rest is reported item by item, in the order asked. */
export async function judgeFindings(
  ctx: Ctx,
  ids: string[],
  judgement: FindingJudgement,
): Promise<JudgedFindings> {
  return transact(ctx, async (tx) => {
    // An id is the same however its letters are written.
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    const known = await tx
      .select({ id: findings.id, api: apis.slug })
      .from(findings)
      .innerJoin(apis, eq(apis.id, findings.apiId))
      .where(inArray(findings.id, wanted));
    const apiOf = new Map(known.map(({ id, api }) => [id, api]));
    const outcomes = new Map<string, JudgedFinding>();
    // In one order for everybody, so that two bulk actions cannot wait for each other.
    const keyOf = (id: string) => `${apiOf.get(id) ?? ''} ${id}`;
    for (const id of wanted.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      try {
        // Authorised per item by `refuse` inside; a savepoint keeps a refused item from leaving traces.
        const { state } = await tx.transaction((inner) => judgeInside(inner, ctx, id, judgement));
        outcomes.set(id, { id, outcome: 'judged', state });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcomes.set(id, { id, outcome: 'refused', code: error.code, detail: error.message });
      }
    }
    const results = wanted.map((id) => outcomes.get(id)!);
    const judged = results.filter(({ outcome }) => outcome === 'judged').length;
    return { results, judged, refused: results.length - judged };
  });
}
