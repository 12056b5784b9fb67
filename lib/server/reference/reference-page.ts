/** The reference brings its own styles as it runs; nothing is loaded from anywhere but here, and nothing is sent anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <link rel="icon" href="/icon.svg">
    <title>Interface · Gatehouse</title>
  </head>
  <body>
    <div id="reference"></div>
    <noscript>The document itself is at /api/v1/openapi.json.</noscript>
    <script src="/api/reference/viewer.js"></script>
    <script src="/api/reference/start.js"></script>
  </body>
</html>
`;

/** Fonts and examples of the viewer's makers stay where they are. */
const START = `Scalar.createApiReference('#reference', {
  url: '/api/v1/openapi.json',
  withDefaultFonts: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  telemetry: false,
  proxyUrl: '',
  agent: { disabled: true },
  mcp: { disabled: true },
});
`;

const respond = (body: string, type: string) =>
  new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'public, max-age=300',
    },
  });

export const referencePage = () => respond(HTML, 'text/html');
export const referenceStart = () => respond(START, 'text/javascript');
