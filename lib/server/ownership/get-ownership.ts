import { sql } from 'drizzle-orm';
import type { OwnerFacts, PersonRef } from '#lib/domain/gate/facts.ts';
import { attestationEndsAt, ownershipState } from '#lib/domain/ownership/attestation.ts';
import { nearestManagers } from '#lib/domain/ownership/approver-set.ts';
import type { OwnershipDto, OwnershipTermDto } from '#lib/domain/ownership/dto.ts';
import { loadApi } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { CHAIN, OWNER } from '../gate/facts-query.ts';
import { iso, isoOrNull } from '../iso.ts';
import { currentPolicy } from '../policies/current-policy.ts';

/** Terms of one answer; an API that changed hands more often shows its latest ones. */
const MOST_TERMS = 100;

interface OfferRow {
  team: string;
  teamName: string;
  by: PersonRef | null;
  chain: OwnerFacts['chain'];
}

interface Row extends Record<string, unknown> {
  owner: OwnerFacts;
  offer: OfferRow | null;
  offered_at: string | null;
  reviews: number;
  sign_offs: number;
}

/** Who answers for an API, who could sign for it now, and who owned it before. */
export async function getOwnership(ctx: Ctx, slug: string): Promise<OwnershipDto> {
  const { api } = await loadApi(ctx.db, slug);
  const [policy, row, terms] = await Promise.all([
    currentPolicy(ctx.db),
    loadOwner(ctx, api.id),
    loadTerms(ctx, api.id),
  ]);
  const { owner, offer } = row;
  const isOwned = owner.state === 'accepted';
  const at = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
  return {
    api: slug,
    state: owner.state,
    ownership: ownershipState(owner, policy, ctx.now.getTime()),
    team: isOwned ? owner.team : null,
    teamName: isOwned ? owner.teamName : null,
    since: isOwned ? at(owner.since) : null,
    confirmedAt: isOwned ? at(owner.confirmedAt) : null,
    confirmationDueAt: at(attestationEndsAt(owner, policy)),
    attestationDays: policy.attestationDays,
    offer: offer && {
      team: offer.team,
      teamName: offer.teamName,
      by: offer.by,
      at: isoOrNull(row.offered_at) ?? api.updatedAt.toISOString(),
      waitsFor: nearestManagers(offer.chain),
    },
    approvers: isOwned ? owner.chain : [],
    endsWithHandOver: { reviews: row.reviews, signOffs: row.sign_offs },
    terms,
  };
}

async function loadOwner(ctx: Ctx, apiId: string): Promise<Row> {
  const { rows } = await ctx.db.execute<Row>(sql`
    SELECT ${OWNER} AS owner, a.offered_at,
      (SELECT jsonb_build_object('team', o.slug, 'teamName', o.name, 'chain', ${CHAIN},
          'by', (SELECT jsonb_build_object('email', p.email, 'name', p.name) FROM people p WHERE p.id = a.offered_by))
        FROM teams o WHERE o.id = a.offered_team_id) AS offer,
      (SELECT count(*) FROM reviews r WHERE r.api_id = a.id AND r.state IN ('draft', 'open', 'changes-requested')
        AND r.term_id IS NOT DISTINCT FROM a.owner_term_id) AS reviews,
      (SELECT count(*) FROM sign_offs s JOIN reviews r ON r.id = s.review_id AND r.state = 'approved'
        WHERE s.api_id = a.id AND s.term_id = a.owner_term_id AND s.revoked_at IS NULL AND s.expires_at > ${ctx.now}) AS sign_offs
    FROM apis a WHERE a.id = ${apiId}`);
  return rows[0]!;
}

async function loadTerms(ctx: Ctx, apiId: string): Promise<OwnershipTermDto[]> {
  const { rows } = await ctx.db.execute<OwnershipTermDto & Record<string, unknown>>(sql`
    SELECT t.slug AS team, t.name AS "teamName", o.started_at AS "startedAt", o.ended_at AS "endedAt",
      jsonb_build_object('email', o.accepted_by, 'name', coalesce(p.name, o.accepted_by)) AS "acceptedBy"
    FROM ownership_terms o JOIN teams t ON t.id = o.team_id LEFT JOIN people p ON p.email = o.accepted_by
    WHERE o.api_id = ${apiId} ORDER BY o.started_at DESC, o.id DESC LIMIT ${MOST_TERMS}`);
  return rows.map((row) => ({ ...row, startedAt: iso(row.startedAt), endedAt: isoOrNull(row.endedAt) }));
}
