import { z } from 'zod';
import { UNOWNED_KINDS } from '#lib/domain/ownership/dto.ts';
import type {
  ApproverRankDto,
  OwnershipDto,
  OwnershipTermDto,
  UnownedRowDto,
} from '#lib/domain/ownership/dto.ts';
import { OWNERSHIP_STATES, OWNER_STATES, RISK_LEVELS, TIERS } from '#lib/domain/words.ts';
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

export const unownedPage = pageOf(unownedRow).extend({
  counts: z.record(z.enum(UNOWNED_KINDS), z.number()),
  facets: z.object({ kind: z.array(z.object({ value: z.enum(UNOWNED_KINDS), count: z.number() })) }),
});

const personRef = z.object({ email: z.string(), name: z.string() });

const approverRank = z.object({
  team: z.string(),
  teamName: z.string(),
  managers: z.array(personRef),
  approvers: z.array(personRef),
}) satisfies z.ZodType<ApproverRankDto>;

const ownershipTerm = z.object({
  team: z.string(),
  teamName: z.string(),
  acceptedBy: personRef,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
}) satisfies z.ZodType<OwnershipTermDto>;

export const ownership = z
  .object({
    api: z.string(),
    state: z.enum(OWNER_STATES),
    ownership: z.enum(OWNERSHIP_STATES),
    team: z.string().nullable(),
    teamName: z.string().nullable(),
    since: z.string().nullable(),
    confirmedAt: z.string().nullable(),
    confirmationDueAt: z.string().nullable(),
    attestationDays: z.number(),
    offer: z
      .object({
        team: z.string(),
        teamName: z.string(),
        by: personRef.nullable(),
        at: z.string(),
        waitsFor: z.array(personRef),
      })
      .nullable(),
    approvers: z.array(approverRank),
    endsWithHandOver: z.object({ reviews: z.number(), signOffs: z.number() }),
    terms: z.array(ownershipTerm),
  })
  .meta({ id: 'Ownership' }) satisfies z.ZodType<OwnershipDto>;

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
