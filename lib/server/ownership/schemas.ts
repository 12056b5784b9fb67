import { z } from 'zod';
import { UNOWNED_KINDS } from '#lib/domain/ownership/dto.ts';
import type { UnownedRowDto } from '#lib/domain/ownership/dto.ts';
import { RISK_LEVELS, TIERS } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { pageOf } from '../http/schemas.ts';

const unownedRow = z
  .object({
    api: z.string(),
    name: z.string(),
    kind: z.enum(UNOWNED_KINDS),
    team: z.string().nullable(),
    teamName: z.string().nullable(),
    inbox: z.string().nullable(),
    inboxName: z.string().nullable(),
    since: z.string().nullable(),
    tier: z.enum(TIERS),
    risk: z.object({ score: z.number(), level: z.enum(RISK_LEVELS) }),
    registeredBy: z.string().nullable(),
  })
  .meta({ id: 'UnownedRow' }) satisfies z.ZodType<UnownedRowDto>;

export const unownedPage = pageOf(unownedRow).extend({ counts: z.record(z.enum(UNOWNED_KINDS), z.number()) });

export const unownedColumns: CsvColumn<UnownedRowDto>[] = [
  { header: 'api', value: (row) => row.api },
  { header: 'name', value: (row) => row.name },
  { header: 'kind', value: (row) => row.kind },
  { header: 'team', value: (row) => row.team },
  { header: 'inbox', value: (row) => row.inbox },
  { header: 'since', value: (row) => row.since },
  { header: 'tier', value: (row) => row.tier },
  { header: 'risk', value: (row) => row.risk.score },
  { header: 'registered by', value: (row) => row.registeredBy },
];
