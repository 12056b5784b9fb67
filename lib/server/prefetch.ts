import type { QueryClient } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { answerKey } from '#lib/client/answer-key.ts';
import { listKey } from '#lib/client/list-pages.ts';
import type { ListPages } from '#lib/client/list-pages.ts';
import { listQuery, narrowed, readTableState, toSearch } from '#lib/client/table-address.ts';
import type { TableSpec } from '#lib/client/table-address.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from './context.ts';
import { PUBLIC, authorise } from './http/access.ts';
import type { Route } from './http/define-route.ts';
import { Problem, notFound as nothingFound } from './http/problem.ts';

/** What Next gives a page of its address. */
export type PageSearch = Promise<Record<string, string | string[] | undefined>>;

/** One read a request, however many parts of a page ask for the same. */
const readOnce = cache(
  async (ctx: Ctx, route: Route, paramsAsJson: string, search: string): Promise<unknown> => {
    const params = JSON.parse(paramsAsJson) as Record<string, string>;
    if (route.access !== PUBLIC) authorise(ctx.actor, route.access, false);
    // An address in which an id is no id leads nowhere, like one whose object is gone.
    const named = route.params?.safeParse(params);
    if (named?.success === false) throw nothingFound('such address');
    const query = (route.query ?? z.strictObject({})).parse(toObject(search));
    const request = new Request(`${ctx.baseUrl}${route.fullPath}`);
    return route.handler(ctx, { params, query, body: undefined, ifMatch: null, request });
  },
);

/** What a route would answer this person, through the same schema, rights and handler as over HTTP. */
async function answerOf<Answer>(
  ctx: Ctx,
  route: Route,
  params: Record<string, string>,
  search = '',
): Promise<Answer> {
  return (await readOnce(ctx, route, JSON.stringify(params), search)) as Answer;
}

/** As `answerOf`, and the page's own *not found* where there is nothing. */
export async function answerOrNotFound<Answer>(
  ctx: Ctx,
  route: Route,
  params: Record<string, string>,
  search = '',
): Promise<Answer> {
  try {
    return await answerOf<Answer>(ctx, route, params, search);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') notFound();
    throw error;
  }
}

/**
 * Puts the first page of a list where the browser looks for it. An address that the interface would refuse is left to
 * the browser, which shows the refusal in the list's place.
 */
export async function prefetchList(
  client: QueryClient,
  ctx: Ctx,
  route: Route,
  path: string,
  search: string,
  params: Record<string, string> = {},
): Promise<void> {
  // An ordinary query that holds pages: the library's infinite kind would wrap them once more when they are read again.
  await client.prefetchQuery({
    queryKey: listKey(path, search),
    queryFn: async (): Promise<ListPages<unknown>> => ({
      pages: [await answerOf<Page<unknown>>(ctx, route, params, search)],
      pageParams: [null],
    }),
    retry: false,
  });
}

/** The same for a list whose filters and order are in the page's address, within what the page itself narrows it to. */
export async function prefetchAddressedList(
  client: QueryClient,
  ctx: Ctx,
  route: Route,
  path: string,
  {
    spec,
    searchParams,
    within = '',
    params = {},
  }: { spec: TableSpec; searchParams: PageSearch; within?: string; params?: Record<string, string> },
): Promise<void> {
  const asked = listQuery(readTableState(toSearch(await searchParams), spec));
  await prefetchList(client, ctx, route, path, narrowed(within, asked), params);
}

/** Puts one object where the browser looks for it, and answers it. Nothing there: the page's own *not found*. */
export async function prefetchAnswer<Answer>(
  client: QueryClient,
  ctx: Ctx,
  route: Route,
  path: string,
  params: Record<string, string> = {},
  search = '',
): Promise<Answer> {
  const answer = await answerOrNotFound<Answer>(ctx, route, params, search);
  client.setQueryData(answerKey(path, search), answer);
  return answer;
}

function toObject(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length === 1 ? values[0]! : values];
    }),
  );
}
