import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What is routed in public but belongs to the machine's own host: Azure answers every guest there. */
const HOST_SERVICES = ['168.63.129.16'];
/** All that is handed out for the public network (RFC 4291, section 2.4); whatever else there is leads inside or nowhere. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address may be reached from here: only public unicast, unless the operator lists it. A mapped IPv4 address is
 * judged as what it is; other ways to carry IPv4 inside IPv6 (6to4, NAT64, Teredo, compatible) are never reached, since
 * where their packets go is not in our hands.
 */
export function isReachable(address: string, allowedNetworks: readonly string[]): boolean {
  if (!isIP(address)) return false;
  const parsed = ipaddr.process(address);
  if (isListedAddress(address, allowedNetworks)) return true;
  return parsed.range() === 'unicast' && isPublic(parsed);
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv4) return !HOST_SERVICES.includes(address.toString());
  return address.match(GLOBAL_UNICAST);
}

/** Whether an address lies in one of these networks; a mapped IPv4 address counts as what it is. */
export function isListedAddress(address: string, networks: readonly string[]): boolean {
  if (!isIP(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some((network) => contains(network, parsed));
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
