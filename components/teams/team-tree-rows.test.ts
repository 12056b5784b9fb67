import { describe, expect, it } from 'vitest';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { parseOpen, toggleOpen, treeRows } from './team-tree-rows.ts';

const team = (slug: string, parent: string | null, name = slug): TeamRowDto => ({
  slug,
  name,
  parent,
  path: parent ? [parent, slug] : [slug],
  memberCount: 0,
  managerCount: 0,
  approverCount: 0,
  apiCount: 0,
  subtreeApiCount: 0,
  worstRisk: null,
  averageRisk: null,
  blockedCount: 0,
  offerCount: 0,
});

const TEAMS = [
  team('company', null),
  team('zebra', 'company', 'Älpha'),
  team('pay', 'company', 'Pay'),
  team('pay-out', 'pay'),
  team('acquired', null),
];
const drawn = (rows: ReturnType<typeof treeRows>) => rows.map((row) => `${row.level} ${row.team.slug}`);

describe('the tree in lines', () => {
  it('unfolds the top usually, siblings by name', () => {
    const rows = treeRows(TEAMS, 'usual');
    expect(drawn(rows)).toEqual(['1 acquired', '1 company', '2 zebra', '2 pay']);
    expect(rows[3]).toMatchObject({ position: 2, siblings: 2, childCount: 1, isOpen: false });
  });

  it('unfolds all, none, or what is named', () => {
    expect(drawn(treeRows(TEAMS, 'all'))).toContain('3 pay-out');
    expect(drawn(treeRows(TEAMS, 'none'))).toEqual(['1 acquired', '1 company']);
    expect(drawn(treeRows(TEAMS, ['company', 'pay']))).toEqual([
      '1 acquired',
      '1 company',
      '2 zebra',
      '2 pay',
      '3 pay-out',
    ]);
  });

  it('loses no team whose parent is not there', () => {
    expect(drawn(treeRows([team('orphan', 'gone')], 'usual'))).toEqual(['1 orphan']);
  });

  it('keeps what is unfolded in the address', () => {
    const rows = treeRows(TEAMS, 'usual');
    expect(toggleOpen(rows, 'pay')).toBe('company,pay');
    expect(toggleOpen(rows, 'company')).toBe('none');
    expect(parseOpen('company,pay')).toEqual(['company', 'pay']);
    expect(parseOpen('all')).toBe('all');
    expect(parseOpen(null)).toBe('usual');
  });
});
