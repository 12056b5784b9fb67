import { newId } from '#db/new-id.ts';
import { people } from '#db/schema/people.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { getPerson } from './queries.ts';

export interface AddPersonInput {
  /** Lower case. */
  email: string;
  name: string;
  role: OrganisationRole;
}

export async function addPerson(ctx: Ctx, { email, name, role }: AddPersonInput): Promise<PersonDto> {
  return transact(ctx, async (tx) => {
    refuse(mayManage(ctx.actor.standing, 'people'));
    const made = await tx
      .insert(people)
      .values({ id: newId(), email, name, role })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    if (made.length === 0) throw conflict('person.email-taken', `There is already a person ${email}.`);
    await audit(tx, ctx, { action: 'person.added', subjects: [email], data: { name, role } });
    return getPerson(tx, email);
  });
}
