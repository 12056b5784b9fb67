/** Written by the server's listener from the socket before anything else sees the request; a sent one is overwritten. */
export const PEER_HEADER = 'x-gatehouse-peer';

export function isLoopbackPeer(address: string | null): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}
