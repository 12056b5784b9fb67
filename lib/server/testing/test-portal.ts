import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveSignIn } from '../identity/serve-sign-in.ts';
import { dispatch } from './api-client.ts';

export interface TestPortal {
  /** `http://127.0.0.1:PORT`; the same server answers to `localhost`. */
  url: string;
  stop: () => Promise<void>;
}

/** Sign-in and the public interface behind a real socket, for what only a browser's cookies and redirects can show. */
export async function startTestPortal(): Promise<TestPortal> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: Error) => outgoing.writeHead(500).end(String(error.stack)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const address = new URL(url, `http://${headers.host}`);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  const request = new Request(address, { method, headers: headers as Record<string, string>, body });
  const { pathname } = address;
  const response = pathname.startsWith('/api/auth/')
    ? await serveSignIn(request, { params: Promise.resolve({ nextauth: pathname.split('/').slice(3) }) })
    : pathname.startsWith('/api/')
      ? await dispatch(request, pathname, method as 'GET')
      : new Response(`page ${pathname}`);
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
