import type { Route } from '../http/define-route.ts';
import { refusalStatuses } from '../http/refusal-statuses.ts';

/** Whatever a test asks for, the answer is one that the document promises: its status, and every field of its body. */
export async function mustBeAsDescribed(route: Route, response: Response): Promise<Response> {
  const { status } = response;
  const named = response.ok ? route.statuses : refusalStatuses(route);
  if (!named.includes(status)) throw undescribed(route, status, 'a status that is not named');
  if (!response.ok || status === 204) return response;
  const mediaType = (response.headers.get('content-type') ?? 'none').split(';')[0]!;
  if (!route.output || mediaType !== 'application/json' || response.headers.has('content-disposition')) {
    const files = route.csv ? [...route.files, 'text/csv'] : route.files;
    if (!files.includes(mediaType)) throw undescribed(route, status, `${mediaType} is not named`);
    return response;
  }
  const answered: unknown = await response.clone().json();
  const { data, error } = route.output.safeParse(answered);
  if (error) throw undescribed(route, status, error.message);
  const unknown = fieldBeyond(data, answered, '');
  if (unknown) throw undescribed(route, status, `${unknown} is a field that is not named`);
  return response;
}

const undescribed = ({ method, fullPath }: Route, status: number, why: string) =>
  new Error(`${method} ${fullPath} answered ${status}, other than described: ${why}`);

/** Parsing leaves out what a schema does not name. */
function fieldBeyond(known: unknown, answered: unknown, at: string): string | null {
  if (typeof answered !== 'object' || answered === null) return null;
  for (const [key, value] of Object.entries(answered)) {
    if (typeof known !== 'object' || known === null || !Object.hasOwn(known, key)) return `${at}/${key}`;
    const below = fieldBeyond((known as Record<string, unknown>)[key], value, `${at}/${key}`);
    if (below) return below;
  }
  return null;
}
