import { z } from 'zod';
import type { CreatedTokenDto, TokenDto } from '#lib/domain/people/dto.ts';

export const token = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: z
      .string()
      .meta({ description: 'E-mail of the person or slug of the service account it acts for' }),
    ownerKind: z.enum(['person', 'service']),
    prefix: z.string().meta({ description: 'Its first characters, to recognise it by' }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Token' }) satisfies z.ZodType<TokenDto>;

export const createdToken = token
  .extend({ token: z.string().meta({ description: 'Shown in this answer only' }) })
  .meta({ id: 'CreatedToken' }) satisfies z.ZodType<CreatedTokenDto>;
