import { decode } from 'next-auth/jwt';
import { derivedKey } from '../secrets.ts';
import { publicUrl } from '../public-url.ts';

/** Over https the browser itself guarantees host, path and secure (`__Host-`). */
export function sessionCookieName(): string {
  return publicUrl().startsWith('https:') ? '__Host-gatehouse.session-token' : 'gatehouse.session-token';
}

export const sessionSecret = () => derivedKey('session').toString('base64');

/** The id inside the sealed cookie; that it still counts is for the database to say. */
export async function readSessionId(cookieHeader: string | null): Promise<string | null> {
  const sealed = cookieHeader ? readCookie(cookieHeader, sessionCookieName()) : null;
  if (!sealed || sealed.length > 4096) return null;
  try {
    const claims = await decode({ token: sealed, secret: sessionSecret() });
    return typeof claims?.sid === 'string' ? claims.sid : null;
  } catch {
    // Sealed with another secret, altered or run out: nobody is signed in.
    return null;
  }
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return decodeURIComponent(part.slice(at + 1).trim());
  }
  return null;
}
