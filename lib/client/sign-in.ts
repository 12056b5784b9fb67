/**
 * Starts signing in with a provider and leaves the page when that worked. Answers a sentence when it did not.
 * `persona` is the e-mail of a person of the demo organisation.
 */
export async function signInWith(provider: string, back: string, persona?: string): Promise<string | null> {
  try {
    const csrf = await fetch('/api/auth/csrf', { credentials: 'same-origin' });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const path = persona ? `/api/auth/callback/${provider}` : `/api/auth/signin/${provider}`;
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      body: new URLSearchParams({
        csrfToken,
        callbackUrl: back,
        json: 'true',
        ...(persona ? { persona } : {}),
      }),
    });
    const { url } = (await answer.json()) as { url?: string };
    if (!answer.ok || !url || new URL(url, window.location.href).searchParams.has('error'))
      return 'The sign-in was refused. Try again, or ask an administrator.';
    // A persona is signed in already; a provider's own page comes next.
    window.location.assign(persona ? back : url);
    return null;
  } catch {
    return 'Gatehouse did not answer. Check the connection and try again.';
  }
}
