import { decode } from 'next-auth/jwt';
import { readCookies } from '../http/read-cookies.ts';
import { publicUrl } from '../public-url.ts';
import { derivedKey } from '../secrets.ts';

export const isSecure = (): boolean => publicUrl().startsWith('https:');

/** Over https the browser itself guarantees host, path and secure (`__Host-`), so that no neighbour can plant a cookie. */
export const cookieName = (name: string): string => `${isSecure() ? '__Host-' : ''}gatehouse.${name}`;

export const sessionCookieName = (): string => cookieName('session-token');

export const sessionSecret = () => derivedKey('session').toString('base64');

/** The id inside the sealed cookie; that it still counts is for the database to say. */
export async function readSessionId(cookieHeader: string | null): Promise<string | null> {
  const sealed = readCookies(cookieHeader)[sessionCookieName()];
  if (!sealed || sealed.length > 4096) return null;
  try {
    const claims = await decode({ token: sealed, secret: sessionSecret() });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    // Sealed with another secret, altered or run out: nobody is signed in.
    return null;
  }
}
