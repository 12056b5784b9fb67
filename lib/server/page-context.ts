import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Ctx } from './context.ts';
import { contextOfCookies } from './session.ts';

/** The signed-in person of the page that is being made; asked once a request, however many parts need it. */
export const findPageContext = cache(async (): Promise<Ctx | null> =>
  contextOfCookies((await cookies()).toString()),
);

/** For pages: who is not signed in is sent to do so and comes back. What may be seen is decided where data is read. */
export async function pageContext(): Promise<Ctx> {
  const ctx = await findPageContext();
  if (ctx) return ctx;
  const here = (await headers()).get('x-gatehouse-path') ?? '/';
  redirect(here === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
