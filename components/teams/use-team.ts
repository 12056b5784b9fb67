'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';

/** The team whose page is open; the layout has put it there before the first paint. */
export function useTeam(slug: string): TeamDto | undefined {
  return useAnswer<TeamDto>(`/teams/${slug}`).data;
}
