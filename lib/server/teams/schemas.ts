import { z } from 'zod';
import type { TeamDto, TeamMemberDto, TeamRowDto } from '#lib/domain/teams/dto.ts';
import { TEAM_ROLES } from '#lib/domain/words.ts';

export const right = z
  .union([
    z.object({ allowed: z.literal(true) }),
    z.object({ allowed: z.literal(false), reason: z.string() }),
  ])
  .meta({ id: 'Right', description: 'Whether the person who asks may do it, and why not' });

const slugAndName = z.object({ slug: z.string(), name: z.string() });

export const teamMember = z
  .object({ email: z.string(), name: z.string(), role: z.enum(TEAM_ROLES), active: z.boolean() })
  .meta({ id: 'TeamMember' }) satisfies z.ZodType<TeamMemberDto>;

export const teamRow = z
  .object({
    slug: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    path: z.array(z.string()),
    memberCount: z.number(),
    managerCount: z.number(),
    approverCount: z.number(),
    apiCount: z.number(),
    subtreeApiCount: z.number(),
    worstRisk: z.number().nullable(),
    averageRisk: z.number().nullable(),
    blockedCount: z.number(),
    offerCount: z.number(),
  })
  .meta({ id: 'TeamRow' }) satisfies z.ZodType<TeamRowDto>;

export const team = teamRow
  .extend({
    ancestors: z.array(slugAndName),
    children: z.array(slugAndName),
    members: z.array(teamMember),
    version: z.number(),
    rights: z.object({ edit: right, manageMembers: right, addChild: right, remove: right }),
  })
  .meta({ id: 'Team' }) satisfies z.ZodType<TeamDto>;
