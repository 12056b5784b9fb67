import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Access, PUBLIC } from './access.ts';
import type { CsvColumn } from './csv-response.ts';
import type { JsonText } from './json-text.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** A body that is not JSON: the handler gets the bytes and the media type. */
export interface RawBody {
  mediaTypes: readonly string[];
  maxBytes: number;
  description: string;
}

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  raw?: { bytes: Uint8Array; mediaType: string };
  /** Version named by `If-Match`; null when the header is absent. */
  ifMatch: string | null;
  request: Request;
}

export interface RouteSpec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Output extends z.ZodType,
  Verb extends Method = Method,
  Path extends string = string,
> {
  method: Verb;
  /** Template under `/api/v1`, or from the root with `root: true`. */
  path: Path;
  root?: boolean;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  access: Access | typeof PUBLIC;
  /** Asked by what watches the process, which must get its answer whoever else asks from there. */
  isProbe?: true;
  params?: Params;
  query?: Query;
  body?: Body;
  raw?: RawBody;
  /** The JSON body is a document of another program: the handler itself sees to texts that nothing can keep. */
  foreignBody?: boolean;
  /** Media types of the JSON body beside `application/json`. */
  bodyTypes?: readonly string[];
  /** Greatest JSON body, in bytes (default 1 MB). */
  maxBytes?: number;
  output?: Output;
  /** Status of success, also as a function where it depends on the result. */
  status?: number | ((result: z.input<Output>) => number);
  /** Every status of success, where `status` is a function. */
  statuses?: readonly number[];
  /** Entity tag of the resource in the answer. */
  etag?: (result: z.input<Output>) => string;
  csv?: { filename: string; columns: readonly CsvColumn<never>[] };
  /** Media types of what is answered as a file, beside or instead of the output. */
  files?: readonly string[];
  /** Refusals beyond those every route can give, for the document. */
  errors?: readonly number[];
  handler: (
    ctx: Ctx,
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<z.input<Output> | JsonText | Response>;
}

/** A route with its types erased, as the inventory keeps it. */
export interface Route {
  method: Method;
  path: string;
  fullPath: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  access: Access | typeof PUBLIC;
  /** Asked by what watches the process, which must get its answer whoever else asks from there. */
  isProbe?: true;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  raw?: RawBody;
  foreignBody?: boolean;
  bodyTypes: readonly string[];
  maxBytes: number;
  output?: z.ZodType;
  status: (result: unknown) => number;
  statuses: readonly number[];
  etag?: (result: unknown) => string;
  csv?: { filename: string; columns: readonly CsvColumn<unknown>[] };
  files: readonly string[];
  errors: readonly number[];
  handler: (ctx: Ctx, input: RouteInput<unknown, unknown, unknown>) => Promise<unknown>;
}

export const API_BASE = '/api/v1';
const JSON_LIMIT = 1024 * 1024;

/** A route whose method and path the compiler knows, so that a table can be asked to name every one. */
export type NamedRoute<Verb extends Method, Path extends string> = Route & { method: Verb; path: Path };

/** Defines a route once; the handler, the OpenAPI document, the refusals and the tests follow from it. */
export function defineRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Output extends z.ZodType,
  const Verb extends Method,
  const Path extends string,
>(spec: RouteSpec<Params, Query, Body, Output, Verb, Path>): NamedRoute<Verb, Path> {
  const { status = spec.output || spec.files ? 200 : 204 } = spec;
  return {
    ...(spec as unknown as NamedRoute<Verb, Path>),
    fullPath: spec.root ? spec.path : `${API_BASE}${spec.path}`,
    bodyTypes: spec.bodyTypes ?? [],
    maxBytes: spec.raw?.maxBytes ?? spec.maxBytes ?? JSON_LIMIT,
    status: typeof status === 'function' ? (status as (result: unknown) => number) : () => status,
    statuses: spec.statuses ?? (typeof status === 'number' ? [status] : [200]),
    files: spec.files ?? [],
    errors: spec.errors ?? [],
  };
}
