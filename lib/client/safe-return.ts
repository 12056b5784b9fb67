/** Where to go after signing in: a path of the portal, never another site, whatever the address says. */
export function safeReturn(callbackUrl: string | string[] | undefined): string {
  if (typeof callbackUrl !== 'string' || !/^\/(?![/\\])/.test(callbackUrl)) return '/';
  const url = URL.parse(callbackUrl, 'http://portal.invalid');
  return url?.origin === 'http://portal.invalid' ? url.pathname + url.search : '/';
}
