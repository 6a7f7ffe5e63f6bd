import { BlockList, isIP } from "node:net";
import type { Request } from "express";

const ours = privateNetworks();

/** RFC 1918, loopback, and the unique local addresses of RFC 4193. */
function privateNetworks(): BlockList {
  const list = new BlockList();
  list.addSubnet("127.0.0.0", 8, "ipv4");
  list.addSubnet("10.0.0.0", 8, "ipv4");
  list.addSubnet("172.16.0.0", 12, "ipv4");
  list.addSubnet("192.168.0.0", 16, "ipv4");
  list.addSubnet("::1", 128, "ipv6");
  list.addSubnet("fc00::", 7, "ipv6");
  return list;
}

/**
 * The address that limits count by: that of the peer, or what a proxy of `TRUSTED_PROXIES` says of it; a header that
 * anybody can send changes nothing. Behind a proxy that nobody named all its visitors are one network: `onUnnamed` says so.
 */
export function networkOfRequest(
  request: Pick<Request, "ip" | "headers">,
  isProxyNamed: boolean,
  onUnnamed: () => void,
): string {
  // Some proxies write the port too.
  const address = (request.ip ?? "").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1").replace(/^::ffff:(?=\d+\.)/i, "");
  const isForwarded = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  const kind = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (!isProxyNamed && isForwarded && isIP(address) && ours.check(address, kind)) onUnnamed();
  return isIP(address) ? address : "unknown";
}
