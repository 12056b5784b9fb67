import type { APIRequestContext } from '@playwright/test';

export interface Answered<Body> {
  status: number;
  /** The parsed body, or its text where it is no JSON. */
  body: Body;
}

/** What the tests read of a problem document. */
export interface ProblemBody {
  code: string;
  detail: string;
}

const isText = (body: unknown): body is string => typeof body === 'string';

/** The public interface, spoken as somebody: a signed-in browser, or a pipeline with a token. */
export class Http {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  get<Body>(path: string): Promise<Answered<Body>> {
    return this.send<Body>('GET', path);
  }

  post<Body>(path: string, body: unknown = {}): Promise<Answered<Body>> {
    return this.send<Body>('POST', path, body);
  }

  /** A text goes as it is: the exact bytes of a description. */
  async send<Body>(method: string, path: string, body?: unknown): Promise<Answered<Body>> {
    const answer = await this.#request.fetch(`/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            data: isText(body) ? Buffer.from(body) : JSON.stringify(body),
          }),
    });
    const text = await answer.text();
    const isJson = answer.headers()['content-type']?.includes('json') ?? false;
    return { status: answer.status(), body: (isJson ? JSON.parse(text) : text) as Body };
  }

  /** For seeding: the answer's body, or a failure that says what was refused. */
  async must<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.send<Body>(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
