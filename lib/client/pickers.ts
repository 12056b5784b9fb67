import type { ApplicationRowDto } from '#lib/domain/applications/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { apiGet } from './api.ts';

export interface Picked {
  value: string;
  label: string;
  detail?: string;
}

/** A team with its place in the tree, which rights are judged by. */
export interface PickedTeam extends Picked {
  path: readonly string[];
}

type Find<Option extends Picked = Picked> = (text: string, signal: AbortSignal) => Promise<readonly Option[]>;

const FEW = 8;
const asked = (text: string) => ({ limit: FEW, ...(text.trim() ? { q: text.trim() } : {}) });

/** What pickers offer while somebody types: a few of many, found on the server. */
export const findTeams: Find<PickedTeam> = async (text, signal) => {
  const page = await apiGet<Page<TeamRowDto>>('/teams', asked(text), signal);
  return page.items.map(pickedTeam);
};

/** While nothing is typed the teams of the person who asks, then any. */
export const findOwnTeamsFirst: Find<PickedTeam> = async (text, signal) => {
  if (text.trim()) return findTeams(text, signal);
  const page = await apiGet<Page<TeamRowDto>>('/teams', { limit: FEW, member: 'me' }, signal);
  return page.items.map(pickedTeam);
};

export const pickedTeam = ({ slug, name, path }: Pick<TeamRowDto, 'slug' | 'name' | 'path'>): PickedTeam => ({
  value: slug,
  label: name,
  detail: path.join(' / '),
  path,
});

export const findPeople: Find = async (text, signal) => {
  const page = await apiGet<Page<PersonDto>>('/people', { ...asked(text), active: 'true' }, signal);
  return page.items.map((person) => ({ value: person.email, label: person.name, detail: person.email }));
};

export const findApplications: Find = async (text, signal) => {
  const page = await apiGet<Page<ApplicationRowDto>>('/applications', asked(text), signal);
  return page.items.map((application) => ({
    value: application.slug,
    label: application.name,
    detail: application.slug,
  }));
};
