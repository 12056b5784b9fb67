/** An RFC 9457 problem document as the interface sends it. */
export interface ProblemDocument {
  title: string;
  status: number;
  detail?: string;
  code?: string;
  errors?: { pointer: string; detail: string }[];
  requestId?: string;
}

/** A request that was refused or failed. `status` 0 means that no answer came at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Stable, for example `review.state`; `network` when no answer came. */
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { pointer: string; detail: string }[];
  readonly requestId: string | null;
  /** Seconds after which trying again makes sense, null when the server did not say. */
  readonly retryAfter: number | null;

  constructor(problem: ProblemDocument, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code ?? 'unknown';
    this.title = problem.title;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId ?? null;
    this.retryAfter = retryAfter;
  }

  /** The message for one field of a form, by the JSON pointer of the body (`/name`). */
  errorAt(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.detail;
  }
}

/** The message for one field of a form, where the request was refused for it. */
export const errorAt = (error: unknown, pointer: string): string | undefined =>
  error instanceof ApiProblem ? error.errorAt(pointer) : undefined;

export const noAnswer = () =>
  new ApiProblem({
    status: 0,
    code: 'network',
    title: 'Gatehouse cannot be reached',
    detail: 'No answer came from the server.',
  });

/** Reads what went wrong; an answer that is no problem document (a proxy's error page) still gives a plain sentence. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const fallback: ProblemDocument = {
    status: response.status,
    title: response.statusText || 'The request failed',
    detail: `The server answered ${response.status}.`,
  };
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const body: unknown = isProblem ? await response.json().catch(() => null) : null;
  const problem =
    typeof body === 'object' && body !== null ? { ...fallback, ...body, status: response.status } : fallback;
  return new ApiProblem(problem, Number.isNaN(retryAfter) ? null : retryAfter);
}
