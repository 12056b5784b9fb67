import type { Reason } from '#lib/domain/gate/facts.ts';
import type { ReasonDto } from '#lib/domain/gate/dto.ts';
import type { Ctx } from '../context.ts';

export function reasonDto({ code, message, unblockers, path }: Reason, ctx: Pick<Ctx, 'baseUrl'>): ReasonDto {
  return { code, message, unblockers, url: `${ctx.baseUrl}${path}` };
}
