import { expect, it } from "vitest";
import { networkOf } from "./limits.server.ts";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:DB8:0001:0002::", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
])("%s counts as the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each(["", "unknown", "192.0.2.7, 10.0.0.1"])("'%s' is no network", (address) => {
  expect(networkOf(address)).toBeNull();
});
