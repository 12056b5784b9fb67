import { z } from 'zod';
import type { ReasonDto } from '#lib/domain/gate/dto.ts';
import { REASON_CODES } from '#lib/domain/gate/reason-codes.ts';

export const reason = z
  .object({ code: z.enum(REASON_CODES), message: z.string(), unblockers: z.array(z.string()), url: z.string() })
  .meta({ id: 'Reason', description: 'One reason of a decision: a stable code, a sentence, who can unblock it, and a link' }) satisfies z.ZodType<ReasonDto>;
