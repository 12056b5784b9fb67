import { sql } from 'drizzle-orm';
import type { Page } from '#lib/domain/page.ts';
import type { TokenDto } from '#lib/domain/people/dto.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery, SortColumn } from '../http/keyset.ts';
import { iso, isoOrNull } from '../iso.ts';

export interface TokenFilter extends ListQuery {
  /** Everybody's, service accounts' included; else one's own. */
  all: boolean;
}

export const TOKEN_SORTS = ['createdAt', 'name', 'owner'] as const;

interface TokenRow extends Record<string, unknown> {
  id: string;
  name: string;
  owner: string;
  ownerKind: 'person' | 'service';
  prefix: string;
  createdAt: string;
  expiresAt: string | null;
  sortValue: string;
}

// Keys are UUIDv7: they run in order of creation.
const KEY = { by: sql`k.id`, type: 'uuid' } as const;
const COLUMNS: Record<(typeof TOKEN_SORTS)[number], SortColumn> = {
  createdAt: KEY,
  name: { by: sql`lower(k.name)`, type: 'text' },
  owner: { by: sql`coalesce(p.email, s.slug)`, type: 'text' },
};

const FROM = sql`tokens k LEFT JOIN people p ON p.id = k.person_id LEFT JOIN service_accounts s ON s.id = k.service_account_id`;

/** Tokens that are not revoked; those that ran out are among them. */
export async function listTokens(ctx: Ctx, filter: TokenFilter): Promise<Page<TokenDto>> {
  const keys = keyset(filter, COLUMNS, KEY);
  const chosen = sql`k.revoked_at IS NULL ${filter.all ? sql`` : sql`AND k.person_id = ${personId(ctx)}`}`;
  const [{ rows }, total] = await Promise.all([
    ctx.db.execute<TokenRow>(sql`
      SELECT k.id, k.name, coalesce(p.email, s.slug) AS owner, CASE WHEN p.id IS NULL THEN 'service' ELSE 'person' END AS "ownerKind",
        k.prefix, k.created_at AS "createdAt", k.expires_at AS "expiresAt", ${keys.by}::text AS "sortValue"
      FROM ${FROM} WHERE ${chosen} AND ${keys.beyond} ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, filter, sql`tokens k WHERE ${chosen}`),
  ]);
  return { ...keys.page(rows, toDto, (row) => [row.sortValue, row.id]), total };
}

const toDto = ({ sortValue: _sortValue, createdAt, expiresAt, ...row }: TokenRow): TokenDto => ({
  ...row,
  createdAt: iso(createdAt),
  expiresAt: isoOrNull(expiresAt),
});
