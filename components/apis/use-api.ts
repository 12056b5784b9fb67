'use client';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { useAnswer } from '#lib/client/use-answer.ts';

/** The API whose page is open; the layout has put it there before the first paint. */
export function useApi(slug: string): ApiDto | undefined {
  return useAnswer<ApiDto>(`/apis/${slug}`).data;
}
