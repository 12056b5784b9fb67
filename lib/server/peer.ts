import { isIP } from 'node:net';
import { isListedAddress } from './outbound/address-guard.ts';

/** Written by the server's listener from the socket before anything else sees the request; a sent one is overwritten. */
export const PEER_HEADER = 'x-gatehouse-peer';
/** The address that a request comes from, as far as the proxies on its way are trusted; a sent one is overwritten, too. */
export const CLIENT_HEADER = 'x-gatehouse-client';

export function isLoopbackPeer(address: string | null): boolean {
  return /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(address ?? '');
}

/**
 * Every proxy adds whom it was asked by at the end of `X-Forwarded-For`: from there it is believed for as long as who
 * says it is trusted. What a client wrote there itself is thus never reached.
 */
export function clientAddress(peer: string, forwardedFor: string, trustedProxies: readonly string[]): string {
  let address = peer;
  for (const hop of forwardedFor.split(',').reverse()) {
    const named = withoutPort(hop.trim());
    if (!isIP(named) || !isListedAddress(address, trustedProxies)) break;
    address = named;
  }
  return address;
}

const withoutPort = (hop: string) =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
