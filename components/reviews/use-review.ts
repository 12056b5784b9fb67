'use client';
import { useQueryClient } from '@tanstack/react-query';
import { answerKey } from '#lib/client/answer-key.ts';
import { apiSend } from '#lib/client/api.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { ReviewAction, ReviewDto } from '#lib/domain/review/dto.ts';
import type { Answer } from '#lib/domain/words.ts';

export interface ReviewSteps {
  answer: (key: string, answer: Answer, evidence: string) => Promise<void>;
  take: (step: Exclude<ReviewAction, 'answer' | 'comment'>, comment: string) => Promise<void>;
  comment: (text: string) => Promise<void>;
}

/** The review of a page, and what can be done with it. Nothing shows as done before the server said so. */
export function useReview(id: string): { review: ReviewDto | undefined; steps: ReviewSteps } {
  const path = `/reviews/${id}`;
  const client = useQueryClient();
  const { data: review } = useAnswer<ReviewDto>(path);
  const ifMatch = review ? `"v${review.version}"` : null;
  const keep = (next: ReviewDto) => client.setQueryData(answerKey(path), next);
  const forget = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== path });
  return {
    review,
    steps: {
      answer: async (key, answer, evidence) => {
        // Sent when it is blank too: what is left out would stay as it was.
        const body = { answer, evidence: evidence.trim() };
        const { data } = await apiSend<ReviewDto>('PATCH', `${path}/items/${encodeURIComponent(key)}`, body, {
          ifMatch,
        });
        keep(data);
      },
      take: async (step, comment) => {
        const { data } = await apiSend<ReviewDto>('POST', `${path}/${step}`, comment ? { comment } : {}, {
          ifMatch,
        });
        keep(data);
        await forget();
      },
      comment: async (text) => {
        await apiSend('POST', `${path}/comments`, { text });
        await client.invalidateQueries({ queryKey: answerKey(path) });
      },
    },
  };
}
