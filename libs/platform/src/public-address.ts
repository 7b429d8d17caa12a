/**
 * Tells addresses that anybody on the internet may have from those that only we can reach: where somebody else names an address that
 * we then call, it must not lead to our own machines (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
 */
import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry and its sister for IPv6. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notPublic.addSubnet(network, bits, 'ipv4');
}
/** All that is public in IPv6 lies here; of this, what is for documentation or wraps IPv4 is left out. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(network, bits, 'ipv6');
}

/** False also for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
    default:
      return false;
  }
}

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/**
 * Looks a name up, for the `lookup` of a connection: asked at the very moment of connecting, so that no second answer can differ from
 * the one that was checked. A name that leads to any address that is not public is not connected to.
 */
export function publicLookup(hostname: string, options: LookupOptions, found: Found): void {
  systemLookup(hostname, options, (error, answer: string | LookupAddress[], family?: number) => {
    if (error) {
      found(error, answer, family);
      return;
    }
    const addresses = typeof answer === 'string' ? [answer] : answer.map(({ address }) => address);
    if (addresses.every(isPublicAddress)) found(null, answer, family);
    else found(new NotPublic(hostname), '', 0);
  });
}

export class NotPublic extends Error {
  constructor(host: string) {
    super(`${host} leads to an address that is not public`);
  }
}

/** True for a URL in which an address is written that is not public; whatever is a name has to be looked up to know. */
export function namesPrivateAddress({ hostname }: URL): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) !== 0 && !isPublicAddress(literal);
}

/**
 * Options for a request that is to reach nothing but public addresses. An address that is written as such is never looked up, so it
 * is looked at here.
 * @throws NotPublic
 */
export function publicOnly(target: URL): { lookup: typeof publicLookup } {
  if (namesPrivateAddress(target)) throw new NotPublic(target.hostname);
  return { lookup: publicLookup };
}
