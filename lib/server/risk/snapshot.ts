import type { riskHistory } from '#db/schema/apis.ts';

/** What is said of an API at one moment. */
export type RiskSnapshotRow = Omit<typeof riskHistory.$inferInsert, 'at'>;

const COMPARED = [
  'score',
  'level',
  'tier',
  'lifecycle',
  'ownership',
  'ownerTeamId',
  'offeredTeamId',
  'outcome',
  'signOff',
  'severeFindings',
] as const;

export const isSameSnapshot = (now: RiskSnapshotRow, before: RiskSnapshotRow): boolean =>
  COMPARED.every((key) => (now[key] ?? null) === (before[key] ?? null)) && partsOf(now) === partsOf(before);

/** The database keeps the fields of a part in an order of its own. */
const partsOf = ({ contributions }: RiskSnapshotRow): string =>
  JSON.stringify(contributions.map(({ code, points, message }) => [code, points, message]));
