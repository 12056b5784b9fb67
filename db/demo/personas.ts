import { PEOPLE, peopleWithRole, seatIn } from './people.ts';

/** Who a visitor of the demonstration can be. */
export interface Persona {
  key: 'manager' | 'developer' | 'approver' | 'security' | 'auditor' | 'admin';
  title: string;
  name: string;
  email: string;
  description: string;
}

function persona(
  key: Persona['key'],
  email: string | undefined,
  title: string,
  description: string,
): Persona {
  const person = PEOPLE.find((candidate) => candidate.email === email);
  if (!person) throw new Error(`nobody can be the ${key}`);
  return { key, title, name: person.name, email: person.email, description };
}

export const PERSONAS: readonly Persona[] = [
  persona(
    'manager',
    seatIn('keelpay', 'manager'),
    'Engineering manager',
    'Manages the Keelpay division: hands out ownership and sees what is risky or unowned below.',
  ),
  persona(
    'developer',
    seatIn('payouts', 'member'),
    'Developer',
    'Builds the Payouts APIs: registers them, uploads descriptions and asks for reviews.',
  ),
  persona(
    'approver',
    seatIn('payouts', 'approver'),
    'Approver',
    'Signs off the APIs of the Payouts team as their owner.',
  ),
  persona(
    'security',
    peopleWithRole('security')[0],
    'Security reviewer',
    'Gives the second sign-off for high and critical APIs and decides exceptions.',
  ),
  persona(
    'auditor',
    peopleWithRole('auditor')[0],
    'Auditor',
    'Reads everything, now and as of a date, and changes nothing.',
  ),
  persona(
    'admin',
    peopleWithRole('admin')[0],
    'Administrator',
    'Looks after people, environments and integrations; approves nothing.',
  ),
];
