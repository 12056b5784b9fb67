import { serveSignIn } from '#lib/server/identity/serve-sign-in.ts';

export { serveSignIn as GET, serveSignIn as POST };
