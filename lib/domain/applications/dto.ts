import type { ApiRowDto } from '../apis/dto.ts';
import type { RiskLevel } from '../words.ts';

export interface ApplicationRowDto {
  slug: string;
  name: string;
  description: string;
  team: string | null;
  teamName: string | null;
  apiCount: number;
  /** That of its worst API; null without APIs. */
  risk: { score: number; level: RiskLevel; worstApi: string } | null;
  blockedCount: number;
}

export interface ApplicationDto extends ApplicationRowDto {
  apis: ApiRowDto[];
  version: number;
}
