import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { contentPolicy } from '#lib/client/content-policy.ts';

/**
 * Gives every page a content policy with a fresh nonce and keeps it out of caches.
 * This is no authorisation boundary: who may see what is decided where data is read.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');

  // The framework reads the nonce from the policy of the request and puts it on its own scripts.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Pages send who is not signed in back here afterwards.
  headers.set('x-gatehouse-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

export const config = {
  // Everything but the interface, built assets, and files with an extension (those of public/).
  matcher: ['/((?!api/|_next/static|\\.well-known/|healthz|readyz|metrics|.*\\.[a-z0-9]+$).*)'],
};
