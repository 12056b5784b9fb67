import type { Refusal } from '#lib/domain/identity/refusal.ts';

export interface FieldError {
  pointer: string;
  detail: string;
}

/** Kinds of failure inside; what a client sees follows from `PROBLEMS`, in one place. */
export const PROBLEMS = {
  malformed: { status: 400, title: 'The request is malformed' },
  unauthenticated: { status: 401, title: 'Nobody is signed in' },
  forbidden: { status: 403, title: 'Not permitted' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method' },
  conflict: { status: 409, title: 'In conflict with the present state' },
  'stale-write': { status: 412, title: 'Changed by somebody else in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  'media-type': { status: 415, title: 'This media type is not understood here' },
  invalid: { status: 422, title: 'Not valid' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemKind = keyof typeof PROBLEMS;

interface ProblemOptions {
  /** Stable, for programs; the kind itself where there is nothing more precise. */
  code?: string;
  errors?: FieldError[];
  retryAfter?: number;
  /** Extension members of the problem document, for example the `reasons` of a refused promotion. */
  extra?: Record<string, unknown>;
  cause?: unknown;
}

/** The one error that verbs throw on purpose. `detail` is a plain sentence that may be shown to anybody. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly extra: Record<string, unknown> | undefined;

  constructor(kind: ProblemKind, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.kind = kind;
    this.code = options.code ?? kind;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
    this.extra = options.extra;
  }
}

export const notFound = (what: string) => new Problem('not-found', `There is no ${what}.`);
export const conflict = (code: string, detail: string) => new Problem('conflict', detail, { code });
export const invalid = (pointer: string, detail: string) =>
  new Problem('invalid', detail, { errors: [{ pointer, detail }] });

/** The problem that carries the code of a pure rule's refusal. */
export const problemOf = ({ kind = 'forbidden', message, code }: Refusal) =>
  new Problem(kind, message, { code });

/** Throws the refusal of a pure rule; does nothing when there is none. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw problemOf(refusal);
}
