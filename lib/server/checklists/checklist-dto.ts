import type { ChecklistDto, ChecklistItemDto } from '#lib/domain/checklist/dto.ts';
import type { ChecklistItem } from '#lib/domain/checklist/types.ts';
import { iso } from '../iso.ts';
import type { ChecklistRecord } from './find-checklist.ts';
import { knownSettler } from './find-checklist.ts';

/** @param newest the version in force */
export const checklistDto = (row: ChecklistRecord, newest: number): ChecklistDto => ({
  id: row.id,
  version: row.version,
  title: row.title,
  inForce: row.version === newest,
  createdAt: iso(row.createdAt),
  createdBy: row.createdBy,
  items: row.items.map((item) => itemDto(knownSettler(item))),
});

const itemDto = ({ appliesTo, ...rest }: ChecklistItem): ChecklistItemDto => ({ ...rest, ...appliesTo });

export function itemOf({ tiers, features, kinds, ...rest }: ChecklistItemDto): ChecklistItem {
  return { ...rest, appliesTo: { tiers, ...(features ? { features } : {}), ...(kinds ? { kinds } : {}) } };
}
