import { randomUUID } from 'node:crypto';
import { Problem } from '../http/problem.ts';
import { PEER_HEADER, isLoopbackPeer } from '../peer.ts';
import { contextFor } from '../session.ts';

/** The peer's address is set by our own server on every request, whatever the caller sends under that name. */
export async function mayReadMetrics(request: Request): Promise<void> {
  if (isLoopbackPeer(request.headers.get(PEER_HEADER))) return;
  if (!request.headers.has('authorization'))
    throw new Problem('unauthenticated', 'Metrics need a token from anywhere but this machine.');
  await contextFor(request, randomUUID(), false);
}
