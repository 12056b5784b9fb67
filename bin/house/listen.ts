import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createSocketServer, Server as SocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { phase } from '#lib/lifecycle.ts';
import { PlainError } from '#lib/plain-error.ts';
import { CLIENT_HEADER, PEER_HEADER, clientAddress } from '#lib/server/peer.ts';
import { portHolder } from './port-holder.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Listener {
  server: Server;
  port: number;
  /** Until it is called, every request is told that Gatehouse is starting. */
  handWith: (handler: Handler) => void;
  drain: (limits?: DrainLimits) => Promise<void>;
  /** Cuts what is still open. */
  cut: () => void;
}

interface DrainLimits {
  /** How long an idle connection may still send what is on its way. */
  graceMs?: number;
  limitMs?: number;
}

/** Takes the port at once, so that a taken one is found before anything else is started. */
export async function listen(
  host: string,
  port: number,
  trustedProxies: readonly string[] = [],
): Promise<Listener> {
  let handler: Handler = tellStarting;
  const active = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    active.add(response);
    response.once('close', () => active.delete(response));
    if (phase() === 'draining') response.shouldKeepAlive = false;
    // Behind a proxy on this machine everybody would look local: whoever was forwarded is not.
    const isForwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
    const peer = request.socket.remoteAddress ?? 'unknown';
    request.headers[PEER_HEADER] = isForwarded ? 'forwarded' : peer;
    request.headers[CLIENT_HEADER] = clientAddress(
      peer,
      String(request.headers['x-forwarded-for'] ?? ''),
      trustedProxies,
    );
    handler(request, response);
  });
  // Longer than the usual idle time of load balancers, so that they close first and no request meets a closing socket.
  server.keepAliveTimeout = 72_000;
  await new Promise<void>((resolve, reject) => {
    server.once(
      'error',
      (error: NodeJS.ErrnoException) => void explain(error, host, port).then(reject, reject),
    );
    server.listen({ host, port }, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    handWith: (next) => {
      handler = next;
    },
    drain: (limits) => drain(server, active, limits),
    cut: () => server.closeAllConnections(),
  };
}

function tellStarting(request: IncomingMessage, response: ServerResponse) {
  const isLive = request.url === '/healthz';
  response.writeHead(isLive ? 200 : 503, {
    'content-type': isLive ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
    ...(isLive ? {} : { 'retry-after': '2' }),
  });
  const problem = {
    type: 'urn:gatehouse:problem:starting',
    title: 'Not available right now',
    status: 503,
    detail: 'Gatehouse is starting. Try again shortly.',
    code: 'starting',
  };
  response.end(JSON.stringify(isLive ? { status: 'ok' } : problem));
}

/**
 * Takes no new connections, lets every request that has begun end, and tells kept-alive connections to close with their
 * next answer. `Server.close` of http would cut idle connections at once, along with what is on its way through them.
 */
async function drain(
  server: Server,
  active: Set<ServerResponse>,
  { graceMs = 300, limitMs = 10_000 }: DrainLimits = {},
) {
  for (const response of active) if (!response.headersSent) response.shouldKeepAlive = false;
  let isClosed = false;
  SocketServer.prototype.close.call(server, () => {
    isClosed = true;
  });
  const begun = Date.now();
  await pause(graceMs);
  while (!isClosed && Date.now() - begun < limitMs) {
    server.closeIdleConnections();
    await pause(20);
  }
  server.closeAllConnections();
}

async function explain(error: NodeJS.ErrnoException, host: string, port: number): Promise<Error> {
  if (error.code === 'EADDRINUSE') {
    const holder = portHolder(port);
    const by = holder ? ` by process ${holder.pid} (${holder.command})` : '';
    return new PlainError(`Port ${port} is taken${by}.`, {
      hint: `Stop that program, or use another port: PORT=${await freePortAfter(host, port)} npm start`,
    });
  }
  if (error.code === 'EACCES') {
    return new PlainError(`This account may not listen on port ${port}.`, {
      hint: 'Ports below 1024 need special rights; use another one: PORT=3000 npm start',
    });
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new PlainError(`HOST=${host} is no address of this machine.`, {
      hint: 'Leave HOST away to listen on 127.0.0.1, or use HOST=0.0.0.0 for every address.',
    });
  }
  return error;
}

async function freePortAfter(host: string, port: number): Promise<number> {
  for (let next = port + 1; next < Math.min(port + 50, 65_536); next += 1) {
    const probe = createSocketServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen({ host, port: next }, () => probe.close(() => resolve(true)));
    });
    if (isFree) return next;
  }
  return 0;
}
