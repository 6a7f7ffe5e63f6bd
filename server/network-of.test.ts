import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, it, vi } from "vitest";
import { networkOfRequest } from "./network-of.ts";

const asked = (ip: string, forwarded?: string) => ({
  ip,
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
});

it("fault 26: a stranger's own X-Forwarded-For, however it rotates, changes nothing", () => {
  for (const claimed of ["203.0.113.1", "203.0.113.2", "10.0.0.1"])
    expect(networkOfRequest(asked("198.51.100.7", claimed), false, vi.fn())).toBe("198.51.100.7");
});

it.each(["127.0.0.1", "::1", "::ffff:10.1.2.3", "192.168.0.2", "fd00::1"])(
  "a proxy at %s that nobody named counts as one network, and that is said",
  (proxy) => {
    const onUnnamed = vi.fn();
    const plain = networkOfRequest(asked(proxy), false, onUnnamed);
    expect(onUnnamed).not.toHaveBeenCalled();
    expect(networkOfRequest(asked(proxy, "198.51.100.7"), false, onUnnamed)).toBe(plain);
    expect(onUnnamed).toHaveBeenCalledOnce();
  },
);

it("what cannot be read counts as one network, not as none", () => {
  expect(networkOfRequest(asked("203.0.113.7:4711", "x"), true, vi.fn())).toBe("203.0.113.7");
  expect(networkOfRequest(asked("garbage", "x"), true, vi.fn())).toBe("unknown");
});

it("behind a named proxy it is the visitor that the proxy saw, not what the visitor claims", async () => {
  const app = express();
  app.set("trust proxy", ["loopback"]);
  app.get("/", (request, response) => void response.send(networkOfRequest(request, true, vi.fn())));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const forwarded = { "x-forwarded-for": "203.0.113.9, 198.51.100.7" };
  expect(await (await fetch(url, { headers: forwarded })).text()).toBe("198.51.100.7");
  server.close();
});
