import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { iso, isoOrNull } from '../iso.ts';
import type { ApiRecord } from './load-api.ts';

/** A row of the list as SQL gives it: column names of the tables. */
export interface ApiRow extends Record<string, unknown> {
  id: string;
  slug: string;
  name: string;
  description: string;
  kind: ApiRecord['kind'];
  exposure: ApiRecord['exposure'];
  data_class: ApiRecord['dataClass'];
  criticality: ApiRecord['criticality'];
  tier: ApiRecord['tier'];
  lifecycle: ApiRecord['lifecycle'];
  tags: string[];
  owner_team_id: string | null;
  offered_team_id: string | null;
  owner_since: string | null;
  offered_at: string | null;
  owner_slug: string | null;
  owner_name: string | null;
  application_slug: string | null;
  application_name: string | null;
  ownership: ApiRowDto['ownership'];
  risk_score: number;
  risk_level: ApiRecord['riskLevel'];
  shown_gate: ApiRowDto['gate'];
  shown_sign_off: ApiRowDto['signOff']['state'];
  shown_valid_until: string | null;
  shown_environment: string | null;
  latest_revision_id: string | null;
  latest_version: string | null;
  latest_uploaded_at: string | null;
  production_revision_id: string | null;
  production_version: string | null;
  updated_at: string;
}

export function toRowDto(row: ApiRow): ApiRowDto {
  const state = row.owner_team_id ? 'accepted' : row.offered_team_id ? 'offered' : 'none';
  return {
    slug: row.slug,
    name: row.name,
    description: row.description,
    kind: row.kind,
    exposure: row.exposure,
    dataClass: row.data_class,
    criticality: row.criticality,
    tier: row.tier,
    lifecycle: row.lifecycle,
    application: row.application_slug
      ? { slug: row.application_slug, name: row.application_name ?? row.application_slug }
      : null,
    owner: {
      team: row.owner_slug,
      teamName: row.owner_name,
      state,
      since: isoOrNull(state === 'accepted' ? row.owner_since : row.offered_at),
    },
    ownership: row.ownership,
    risk: { score: row.risk_score, level: row.risk_level },
    signOff: {
      state: row.shown_sign_off,
      validUntil: isoOrNull(row.shown_valid_until),
      environment: row.shown_environment,
    },
    gate: row.shown_gate,
    latestRevision:
      row.latest_revision_id && row.latest_uploaded_at
        ? {
            id: row.latest_revision_id,
            version: row.latest_version ?? '',
            uploadedAt: iso(row.latest_uploaded_at),
          }
        : null,
    productionRevision: row.production_revision_id
      ? { id: row.production_revision_id, version: row.production_version ?? '' }
      : null,
    tags: row.tags,
    updatedAt: iso(row.updated_at),
  };
}
