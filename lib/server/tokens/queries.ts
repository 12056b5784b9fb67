import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Page } from '#lib/domain/page.ts';
import type { TokenDto } from '#lib/domain/people/dto.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { iso, isoOrNull } from '../iso.ts';

export interface TokenFilter {
  /** Everybody's, service accounts' included; else one's own. */
  all: boolean;
  sort: string;
  limit: number;
  cursor?: string;
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
const SORT_COLUMNS: Record<(typeof TOKEN_SORTS)[number], SQL> = {
  createdAt: sql`k.id::text`,
  name: sql`lower(k.name)`,
  owner: sql`coalesce(p.email, s.slug)`,
};

const FROM = sql`tokens k LEFT JOIN people p ON p.id = k.person_id LEFT JOIN service_accounts s ON s.id = k.service_account_id`;

/** Tokens that are not revoked; those that ran out are among them. */
export async function listTokens(
  ctx: Ctx,
  { all, sort, limit, cursor }: TokenFilter,
): Promise<Page<TokenDto>> {
  const column = SORT_COLUMNS[sort.replace(/^-/, '') as (typeof TOKEN_SORTS)[number]];
  const descends = sort.startsWith('-');
  const order = descends ? sql`DESC` : sql`ASC`;
  const after = cursor ? decodeCursor(cursor, sort, 2).values : null;
  const chosen = sql`k.revoked_at IS NULL ${all ? sql`` : sql`AND k.person_id = ${personId(ctx)}`}`;
  const beyond = after
    ? sql`AND (${column}, k.id::text) ${descends ? sql`<` : sql`>`} (${after[0]}, ${after[1]})`
    : sql``;
  const [page, counted] = await Promise.all([
    ctx.db.execute<TokenRow>(sql`
      SELECT k.id, k.name, coalesce(p.email, s.slug) AS owner, CASE WHEN p.id IS NULL THEN 'service' ELSE 'person' END AS "ownerKind",
        k.prefix, k.created_at AS "createdAt", k.expires_at AS "expiresAt", ${column} AS "sortValue"
      FROM ${FROM} WHERE ${chosen} ${beyond} ORDER BY ${column} ${order}, k.id::text ${order} LIMIT ${limit + 1}`),
    ctx.db.execute<{ total: number }>(sql`SELECT count(*) AS total FROM tokens k WHERE ${chosen}`),
  ]);
  const rows = page.rows.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ sortValue: _sortValue, createdAt, expiresAt, ...row }) => ({
      ...row,
      createdAt: iso(createdAt),
      expiresAt: isoOrNull(expiresAt),
    })),
    nextCursor:
      page.rows.length > limit && last ? encodeCursor({ sort, values: [last.sortValue, last.id] }) : null,
    total: counted.rows[0]!.total,
  };
}
