import { z } from 'zod';
import { decodeBody } from './decode-body.ts';
import { findUnusable } from './find-unusable.ts';
import { Problem } from './problem.ts';
import type { FieldError } from './problem.ts';
import { pointer } from './json-pointer.ts';
import type { Route, RouteInput } from './define-route.ts';

export interface ReadInput {
  input: Omit<RouteInput<unknown, unknown, unknown>, 'request'>;
  /** Exact bytes of the body, for the idempotency hash. */
  bytes: Uint8Array;
}

/** Reads and checks everything a request carries; throws the problem that names what is wrong. */
export async function readInput(
  route: Route,
  request: Request,
  rawParams: Record<string, string>,
): Promise<ReadInput> {
  // Below a catch-all address the framework gives a list of parts.
  if (Object.values<string | string[]>(rawParams).flat().some(isNoText)) throw nothingHere();
  const params = route.params ? check(route.params, rawParams, 'path') : rawParams;
  const query = check(route.query ?? z.strictObject({}), readQuery(new URL(request.url)), 'query');
  const bytes = await readBytes(request, route.maxBytes);
  const ifMatch = request.headers.get('if-match');
  if (route.raw) {
    const mediaType = mediaTypeOf(request);
    if (!route.raw.mediaTypes.includes(mediaType)) throw wrongMediaType(mediaType, route.raw.mediaTypes);
    return { input: { params, query, body: undefined, raw: { bytes, mediaType }, ifMatch }, bytes };
  }
  const body = route.body ? check(route.body, readJson(request, bytes, route), 'body') : undefined;
  return { input: { params, query, body, ifMatch }, bytes };
}

function readQuery(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key);
    if (values.some(isNoText)) {
      throw new Problem('invalid', `The parameter ${key} holds characters that no text has.`);
    }
    query[key] = values.length === 1 ? values[0]! : values;
  }
  return query;
}

/** The database keeps no such text, and no sender means it. */
const isNoText = (text: string) => text.includes('\0') || !text.isWellFormed();

/** Reads at most `max` bytes, unpacked, whatever the length header says. */
export async function readBytes(request: Request, max: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Problem('too-large', `The body may have at most ${max.toLocaleString('en')} bytes.`, {
      extra: { limit: max },
    });
  if (Number(request.headers.get('content-length') ?? 0) > max) throw tooLarge();
  const body = decodeBody(request);
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > max) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

function readJson(request: Request, bytes: Uint8Array, { body, foreignBody, bodyTypes }: Route): unknown {
  if (bytes.byteLength === 0) {
    // A body that may be left out altogether (`{}` or nothing) is read as an empty object.
    if (body?.safeParse({}).success) return {};
    throw new Problem('malformed', 'A JSON body is missing.');
  }
  const mediaType = mediaTypeOf(request);
  const accepted = ['application/json', ...bodyTypes];
  if (!accepted.includes(mediaType)) throw wrongMediaType(mediaType, accepted);
  const value = parseJson(bytes);
  const unusable = foreignBody ? null : findUnusable(value);
  if (unusable) throw invalidInput([unusable]);
  return value;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Problem('malformed', `The body is not JSON: ${(error as Error).message}.`);
  }
}

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

function wrongMediaType(got: string, accepted: readonly string[]): Problem {
  return new Problem('media-type', `Got ${got || 'no media type'}, expected ${accepted.join(', ')}.`);
}

function check(schema: z.ZodType, value: unknown, where: 'path' | 'query' | 'body'): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // What an address cannot name does not exist.
  if (where === 'path') throw nothingHere();
  throw invalidInput(result.error.issues.flatMap(fieldErrors));
}

const nothingHere = () => new Problem('not-found', 'There is nothing at this address.');

const invalidInput = (errors: FieldError[]) =>
  new Problem(
    'invalid',
    errors[0] ? `${errors[0].pointer}: ${errors[0].detail}` : 'The request is not valid.',
    { errors },
  );

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = pointer(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...issue.path, key]),
      detail: 'This field is not known here.',
    }));
  }
  return [{ pointer: at, detail: issue.message }];
}
