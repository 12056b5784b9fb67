import type { OrganisationRole, Scope, TeamRole } from '../words.ts';

export interface PersonDto {
  email: string;
  name: string;
  role: OrganisationRole;
  active: boolean;
  teams: { slug: string; name: string; role: TeamRole }[];
  version: number;
}

/** `GET /me`: a person or a service account (whose `email` is its slug, and `role` is `service`). */
export interface MeDto {
  kind: 'person' | 'service';
  email: string;
  name: string;
  role: OrganisationRole | 'service';
  teams: { slug: string; name: string; role: TeamRole }[];
  scopes: Scope[];
}

export interface TokenDto {
  id: string;
  name: string;
  /** E-mail of the person or slug of the service account it acts for. */
  owner: string;
  ownerKind: 'person' | 'service';
  prefix: string;
  createdAt: string;
  expiresAt: string | null;
}

export interface CreatedTokenDto extends TokenDto {
  /** Shown once. */
  token: string;
}
