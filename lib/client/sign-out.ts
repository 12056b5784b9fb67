/** Ends the session on the server and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/csrf', { credentials: 'same-origin' });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  await fetch('/api/auth/signout', {
    method: 'POST',
    credentials: 'same-origin',
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  });
  window.location.assign('/sign-in');
}
