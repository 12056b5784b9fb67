import type { TeamRowDto } from '#lib/domain/teams/dto.ts';

/** One line of the tree as it is drawn. */
export interface TreeRow {
  team: TeamRowDto;
  /** 1 at the top. */
  level: number;
  /** Its place among the teams below the same one, from 1, and how many those are. */
  position: number;
  siblings: number;
  childCount: number;
  isOpen: boolean;
}

/** What of the tree is unfolded: the address names it, and names nothing when it is the usual. */
export type OpenTeams = 'usual' | 'all' | 'none' | readonly string[];

export function parseOpen(value: string | null): OpenTeams {
  if (value === null) return 'usual';
  if (value === 'all' || value === 'none') return value;
  return value.split(',').filter(Boolean);
}

const byName = (a: TeamRowDto, b: TeamRowDto) =>
  a.name.localeCompare(b.name, 'en') || (a.slug < b.slug ? -1 : 1);

/**
 * The lines in sight, from top to bottom, siblings by name. A team whose parent is not among the rows stands at the top,
 * so that nothing is lost. Usually the top teams are unfolded.
 */
export function treeRows(teams: readonly TeamRowDto[], open: OpenTeams): TreeRow[] {
  const known = new Set(teams.map((team) => team.slug));
  const below = Map.groupBy(teams, (team) =>
    team.parent !== null && known.has(team.parent) ? team.parent : '',
  );
  const isOpen = (team: TeamRowDto, level: number) =>
    open === 'all' || (open === 'usual' ? level === 1 : open !== 'none' && open.includes(team.slug));
  const rows: TreeRow[] = [];
  const walk = (parent: string, level: number) => {
    const siblings = (below.get(parent) ?? []).toSorted(byName);
    for (const [at, team] of siblings.entries()) {
      const childCount = below.get(team.slug)?.length ?? 0;
      const unfolds = childCount > 0 && isOpen(team, level);
      rows.push({ team, level, position: at + 1, siblings: siblings.length, childCount, isOpen: unfolds });
      if (unfolds) walk(team.slug, level + 1);
    }
  };
  walk('', 1);
  return rows;
}

/** The address for another set of unfolded teams, after one was folded or unfolded. */
export function toggleOpen(rows: readonly TreeRow[], slug: string): string {
  const open = rows.filter((row) => row.isOpen).map((row) => row.team.slug);
  const next = open.includes(slug) ? open.filter((one) => one !== slug) : [...open, slug];
  return next.length === 0 ? 'none' : next.join(',');
}
