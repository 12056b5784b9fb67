import NextAuth from 'next-auth';
import { publicUrl } from '../public-url.ts';
import { authOptions } from './auth-options.ts';

interface Segment {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth reads its own address from the environment; ours is the one source. */
export async function serveSignIn(request: Request, segment: Segment): Promise<Response> {
  process.env.NEXTAUTH_URL = publicUrl();
  return NextAuth(request as never, segment as never, authOptions()) as unknown as Promise<Response>;
}
