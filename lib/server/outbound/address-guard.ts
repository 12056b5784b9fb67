import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether an address may be reached from here: only public unicast, unless the operator lists it. Embedded IPv4 in IPv6
 * (mapped, 6to4, NAT64, Teredo) is judged by the address inside, since that is where the packets go.
 */
export function isReachable(address: string, allowedNetworks: readonly string[]): boolean {
  if (!isIP(address)) return false;
  const parsed = ipaddr.process(address);
  if (allowedNetworks.some((network) => contains(network, parsed))) return true;
  return parsed.range() === 'unicast';
}

/** A host name the operator lists is trusted with whatever address it has. */
export function isListedHost(host: string, allowedNetworks: readonly string[]): boolean {
  return allowedNetworks.some(
    (entry) => !entry.includes('/') && !isIP(entry) && entry.toLowerCase() === host.toLowerCase(),
  );
}

function contains(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const cidr = network.includes('/')
    ? network
    : isIP(network)
      ? `${network}/${isIP(network) === 4 ? 32 : 128}`
      : null;
  if (!cidr) return false;
  try {
    const [range, bits] = ipaddr.parseCIDR(cidr);
    return range.kind() === address.kind() && address.match(range, bits);
  } catch {
    return false;
  }
}
