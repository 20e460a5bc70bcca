import { isIPv6 } from 'node:net'

const GROUPS = 8
/** The first 64 bits of an IPv6 address are a household's or an office's; whoever has them has all the rest. */
const OWN_GROUPS = 4

/**
 * The network that a client's address stands for in the throttle: an IPv4 address itself, an IPv6 address's first 64 bits.
 * '2001:db8:1:2:3::4' → '2001:db8:1:2::/64' · '::ffff:192.0.2.1' → '192.0.2.1'
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined || !isIPv6(plain)) return mapped ?? plain
  return `${groupsOf(plain).slice(0, OWN_GROUPS).join(':')}::/64`
}

/** All eight groups, the ones that '::' stands for too; an IPv4 address at the end stands for two. */
function groupsOf(address: string): string[] {
  const [left = [], right = []] = address
    .replace(/\d+\.\d+\.\d+\.\d+$/, '0:0')
    .split('::')
    .map(half => half.split(':').filter(group => group !== ''))
  const between = Array<string>(Math.max(0, GROUPS - left.length - right.length)).fill('0')
  return [...left, ...between, ...right].map(group => group.replace(/^0+(?=.)/, ''))
}
