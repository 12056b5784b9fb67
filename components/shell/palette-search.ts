import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { apiGet } from '#lib/client/api.ts';
import type { IconName } from '../ui/icon-names.ts';
import { DESTINATIONS } from './destinations.ts';

export interface PaletteEntry {
  id: string;
  group: string;
  label: string;
  detail?: string | undefined;
  icon: IconName;
  href: string;
  keys?: string;
}

/** Of each kind, so that no kind pushes the others out of sight. */
const PER_KIND = 5;

interface Source {
  path: string;
  read: (row: never) => PaletteEntry;
}

const source = <Row>(path: string, read: (row: Row) => PaletteEntry): Source => ({
  path,
  read: read as Source['read'],
});

const SOURCES: readonly Source[] = [
  source<ApiRowDto>('/apis', (api) => ({
    id: `api ${api.slug}`,
    group: 'APIs',
    label: api.name,
    detail: api.owner.teamName ?? 'Unowned',
    icon: 'braces',
    href: `/apis/${api.slug}`,
  })),
  source<{ slug: string; name: string }>('/applications', (application) => ({
    id: `application ${application.slug}`,
    group: 'Applications',
    label: application.name,
    icon: 'layers',
    href: `/applications/${application.slug}`,
  })),
  source<TeamRowDto>('/teams', (team) => ({
    id: `team ${team.slug}`,
    group: 'Teams',
    label: team.name,
    detail: team.path.slice(0, -1).join(' / ') || undefined,
    icon: 'users',
    href: `/teams/${team.slug}`,
  })),
  source<PersonDto>('/people', (person) => ({
    id: `person ${person.email}`,
    group: 'People',
    label: person.name,
    detail: person.teams[0]?.name ?? person.email,
    icon: 'user',
    href: person.teams[0]
      ? `/teams/${person.teams[0].slug}`
      : `/audit?actor=${encodeURIComponent(person.email)}`,
  })),
];

const PAGES: readonly PaletteEntry[] = DESTINATIONS.map(({ href, label, icon, key }) => ({
  id: `page ${href}`,
  group: 'Go to',
  label,
  icon,
  href,
  keys: `g ${key}`,
}));

/** Pages whose name contains the text: all of them for an empty one. */
export function findPages(text: string): readonly PaletteEntry[] {
  const wanted = text.trim().toLowerCase();
  return PAGES.filter(({ label }) => label.toLowerCase().includes(wanted));
}

/** Objects whose name contains the text. A kind that cannot be searched is left out; only when none can, it is an error. */
export async function findObjects(text: string, signal: AbortSignal): Promise<readonly PaletteEntry[]> {
  const q = text.trim();
  if (q === '') return [];
  const answers = await Promise.allSettled(
    SOURCES.map(async ({ path, read }) =>
      (await apiGet<Page<never>>(path, { q, limit: PER_KIND }, signal)).items.map(read),
    ),
  );
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed && answers.every((answer) => answer.status === 'rejected')) throw failed.reason;
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
