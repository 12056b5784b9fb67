import type { Ctx } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { offerInside } from './offer-api.ts';

export interface BulkOfferResult {
  results: { api: string; outcome: 'accepted' | 'offered' | 'refused'; code?: string; detail?: string }[];
  accepted: number;
  offered: number;
  refused: number;
}

/** One action for many APIs: what is permitted happens, the rest is reported item by item. */
export async function offerMany(ctx: Ctx, apis: string[], team: string): Promise<BulkOfferResult> {
  return transact(ctx, async (tx) => {
    const results: BulkOfferResult['results'] = [];
    // In one order for everybody, so that two bulk actions cannot wait for each other.
    for (const api of [...new Set(apis)].toSorted()) {
      try {
        // Authorised per item by `refuse` inside; a savepoint keeps a refused item from leaving traces.
        results.push({ api, outcome: await tx.transaction((inner) => offerInside(inner, ctx, api, team)) });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        results.push({ api, outcome: 'refused', code: error.code, detail: error.message });
      }
    }
    const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
    return { results, accepted: count('accepted'), offered: count('offered'), refused: count('refused') };
  });
}
