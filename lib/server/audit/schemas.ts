import { z } from 'zod';
import { ACTOR_KINDS } from '#lib/domain/audit/dto.ts';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';

export const auditEvent = z
  .object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    actor: z.string().meta({ description: 'E-mail, slug of a service account, `operator` or `system`' }),
    actorKind: z.enum(ACTOR_KINDS),
    action: z.string(),
    subjects: z
      .array(z.string())
      .meta({ description: 'Slugs, e-mails and ids of all that it is about, the changed thing first' }),
    data: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' }) satisfies z.ZodType<AuditEventDto>;
