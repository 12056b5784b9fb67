import type { TeamRole } from '../words.ts';

export interface TeamMemberDto {
  email: string;
  name: string;
  role: TeamRole;
  active: boolean;
}

/** One node of the ownership tree with what rolls up from its subtree. */
export interface TeamRowDto {
  slug: string;
  name: string;
  parent: string | null;
  /** Slugs from the root to the team itself. */
  path: string[];
  memberCount: number;
  managerCount: number;
  approverCount: number;
  /** APIs this team owns itself, and those of its whole subtree. */
  apiCount: number;
  subtreeApiCount: number;
  /** Highest and average risk score in the subtree; null without APIs. */
  worstRisk: number | null;
  averageRisk: number | null;
  /** APIs in the subtree that production's gate would not let pass. */
  blockedCount: number;
  /** Offers that wait for this team. */
  offerCount: number;
}

export interface TeamDto extends TeamRowDto {
  ancestors: { slug: string; name: string }[];
  children: { slug: string; name: string }[];
  members: TeamMemberDto[];
  version: number;
  /** What the person who asks may do, with the reason where not. */
  rights: { edit: Right; manageMembers: Right; addChild: Right; remove: Right };
}

/** Whether a button works, and if not, why: from the same rule that the server applies. */
export type Right = { allowed: true } | { allowed: false; reason: string };
