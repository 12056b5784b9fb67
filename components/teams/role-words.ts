import type { TeamRole } from '#lib/domain/words.ts';

export const TEAM_ROLE_WORDS = {
  manager: { label: 'Manager', detail: 'Assigns ownership and members here and below, signs off' },
  approver: { label: 'Approver', detail: 'Signs off what ships' },
  member: { label: 'Member', detail: 'Edits APIs, uploads descriptions, requests reviews' },
} as const satisfies Record<TeamRole, { label: string; detail: string }>;
