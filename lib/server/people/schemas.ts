import { z } from 'zod';
import type { MeDto, PersonDto } from '#lib/domain/people/dto.ts';
import { ORGANISATION_ROLES, SCOPES, TEAM_ROLES } from '#lib/domain/words.ts';

const teams = z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(TEAM_ROLES) }));

export const person = z
  .object({
    email: z.string(),
    name: z.string(),
    role: z.enum(ORGANISATION_ROLES),
    active: z.boolean(),
    teams,
    version: z.number(),
  })
  .meta({ id: 'Person' }) satisfies z.ZodType<PersonDto>;

export const me = z
  .object({
    kind: z.enum(['person', 'service']),
    email: z.string().meta({ description: 'E-mail of a person, slug of a service account' }),
    name: z.string(),
    role: z.enum([...ORGANISATION_ROLES, 'service']),
    teams,
    scopes: z.array(z.enum(SCOPES)),
  })
  .meta({ id: 'Me' }) satisfies z.ZodType<MeDto>;
