import { isLoopback } from '#lib/setting-values.ts';
import type { Settings } from '#lib/settings.ts';

/** What the person at the terminal needs to know once everything runs. */
export function welcome(settings: Settings, url: string, isDev: boolean): string[] {
  const lines = ['', `Gatehouse ${isDev ? '(development) ' : ''}is ready at ${url}`, ''];
  if (settings.demo)
    lines.push('Sign in there as one of the people of the demo organisation; no password is needed.');
  if (settings.oidc) lines.push(`Sign in there with ${settings.oidc.issuer}.`);
  if (!settings.demo && !settings.oidc) {
    lines.push(
      'People cannot sign in with a browser yet: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
      'The first administrator and a token for the HTTP interface:',
      '  npm run -s gatehouse -- person add you@example.com --name "Your Name" --role admin',
      '  npm run -s gatehouse -- token create you@example.com --name first',
    );
  }
  if (settings.demo && !isLoopback(settings.host)) {
    lines.push('Careful: with GATEHOUSE_DEMO=1 everybody who reaches this address can sign in as anybody.');
  }
  if (!isLoopback(settings.host) && url.startsWith('http://localhost')) {
    lines.push('Set GATEHOUSE_URL to the address that people use: links and sign-in depend on it.');
  }
  lines.push('Ctrl-C stops it.', '');
  return lines;
}
