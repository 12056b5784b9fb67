'use client';
import { useQueryClient } from '@tanstack/react-query';
import { answerKey } from '#lib/client/answer-key.ts';
import { apiSend } from '#lib/client/api.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';

export interface OwnershipSteps {
  offer: (team: string) => Promise<ApiDto>;
  accept: () => Promise<ApiDto>;
  decline: (comment: string) => Promise<ApiDto>;
  attest: () => Promise<ApiDto>;
}

/** The ownership of one API and what can be done about it. Nothing shows as done before the server said so. */
export function useOwnership(slug: string): { ownership: OwnershipDto | undefined; steps: OwnershipSteps } {
  const path = `/apis/${slug}/ownership`;
  const client = useQueryClient();
  const { data: ownership } = useAnswer<OwnershipDto>(path);

  async function send(verb: string, body: object): Promise<ApiDto> {
    const { data } = await apiSend<ApiDto>('POST', path + verb, body);
    client.setQueryData(answerKey(`/apis/${slug}`), data);
    await client.invalidateQueries();
    return data;
  }

  return {
    ownership,
    steps: {
      offer: (team) => send('', { team }),
      accept: () => send('/accept', {}),
      decline: (comment) => send('/decline', comment ? { comment } : {}),
      attest: () => send('/attest', {}),
    },
  };
}
