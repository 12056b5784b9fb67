import NextAuth from 'next-auth';
import type { AuthOptions } from 'next-auth';

/** What next-auth reads of a request. */
export interface AuthRequest {
  method: string;
  /** Parts of the address below `/api/auth`: the action, and the provider where there is one. */
  segments: readonly string[];
  query: Record<string, string>;
  body: Record<string, string>;
  cookies: Record<string, string>;
}

export interface AuthAnswer {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  /** Where the browser goes next, as next-auth wrote it. */
  redirect: string | null;
  body: string;
}

/**
 * Calls next-auth as its handler for node-style requests, which reads nothing from the framework around it. No header
 * is passed on: the caller's `Host` and forwarding headers must not choose an address.
 */
export async function runNextAuth(request: AuthRequest, options: AuthOptions): Promise<AuthAnswer> {
  const { method, segments, query, body, cookies } = request;
  const recorder = recordAnswer();
  const incoming = { method, query: { ...query, nextauth: segments }, body, cookies, headers: {} };
  await NextAuth(incoming as never, recorder.response as never, options);
  return recorder.answer();
}

/** The few members of a node-style response that next-auth uses. */
function recordAnswer() {
  let status = 200;
  let body = '';
  const headers = new Map<string, string | string[]>();
  const response = {
    status: (code: number) => {
      status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json: (value: unknown) => {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(value);
    },
    send: (value: unknown) => {
      body = typeof value === 'string' ? value : JSON.stringify(value ?? {});
    },
    end: () => {},
  };
  const answer = (): AuthAnswer => {
    const { location, 'set-cookie': cookies, ...rest } = Object.fromEntries(headers);
    const redirect = typeof location === 'string' ? location : null;
    return {
      status,
      headers: rest as Record<string, string>,
      cookies: [cookies ?? []].flat(),
      redirect,
      body,
    };
  };
  return { response, answer };
}
