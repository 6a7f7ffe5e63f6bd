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
  "behind a proxy at %s that nobody named nobody is limited, and that is said",
  (proxy) => {
    const onUnnamed = vi.fn();
    expect(networkOfRequest(asked(proxy, "198.51.100.7"), false, onUnnamed)).toBe("");
    expect(onUnnamed).toHaveBeenCalledOnce();
    expect(networkOfRequest(asked(proxy), false, onUnnamed)).not.toBe("");
  },
);

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
