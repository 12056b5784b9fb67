'use client';
import { signOut } from '#lib/client/sign-out.ts';
import type { MenuItem } from '../ui/menu-items.tsx';
import { Menu } from '../ui/menu.tsx';
import { initials } from '../ui/person-name.tsx';
import type { ShellPerson } from './shell-person.ts';
import { ROLE_WORDS } from './shell-person.ts';

/** Teams listed in the menu; the rest is one click away. */
const FEW_TEAMS = 5;

/** Who is signed in, with which rights, and the way out. */
export function PersonMenu({ person }: { person: ShellPerson }) {
  const teams: MenuItem[] = person.teams.slice(0, FEW_TEAMS).map((team, index) => ({
    label: `${team.name}, ${team.role}`,
    icon: 'users',
    href: `/teams/${team.slug}`,
    startsGroup: index === 0,
  }));
  const items: MenuItem[] = [
    ...teams,
    { label: 'Your tokens', icon: 'key-round', href: '/settings/tokens', startsGroup: true },
    {
      label: 'Interface reference',
      icon: 'file-text',
      onSelect: () => window.location.assign('/api/reference'),
    },
    { label: 'Sign out', icon: 'log-out', onSelect: () => void signOut(), startsGroup: true },
  ];
  return (
    <Menu
      label={`${person.name}, ${ROLE_WORDS[person.role]}`}
      items={items}
      triggerClassName="touch-target inline-flex size-8 items-center justify-center rounded-full"
      text={
        <>
          <span
            aria-hidden
            className="inline-flex size-7 items-center justify-center rounded-full bg-accent-soft text-[11px] font-semibold text-accent-text"
          >
            {initials(person.name)}
          </span>
          <span className="sr-only">
            {person.name}, {ROLE_WORDS[person.role]}
          </span>
        </>
      }
      head={
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate text-13 font-medium">{person.name}</p>
          <p className="truncate text-12 text-muted">{person.email}</p>
          <p className="mt-1 text-12 text-muted">{ROLE_WORDS[person.role]}</p>
        </div>
      }
    />
  );
}
