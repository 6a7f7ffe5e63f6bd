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
 * The address that limits count by; "" where it is not known. Behind a proxy that nobody named in `TRUSTED_PROXIES` every
 * visitor would be one network and a hundred of them would shut out the rest: then nobody is limited, and `onUnnamed` says
 * so. A stranger who sends the header themselves comes from an address that is not ours, and is counted by it.
 */
export function networkOfRequest(
  request: Pick<Request, "ip" | "headers">,
  isProxyNamed: boolean,
  onUnnamed: () => void,
): string {
  const address = (request.ip ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  const isForwarded = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  if (isProxyNamed || !isForwarded) return address;
  if (!isIP(address) || !ours.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")) return address;
  onUnnamed();
  return "";
}
