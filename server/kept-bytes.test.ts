import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { keepBytes } from "./kept-bytes.ts";
import type { Keep } from "./kept-bytes.ts";

let server: Server | undefined;
afterEach(() => void server?.close());

async function serve(app: RequestListener, keep: Keep): Promise<string> {
  server = createServer(keepBytes(app, keep));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const forEver: Keep = (url) => ({ key: url.split("?")[0] ?? url, freshMs: 1e9 });
const never: Keep = (url) => ({ key: url, freshMs: 0 });
const text = "A page. ".repeat(200);

/** By node:http: fetch unpacks and adds headers of its own. */
function get(url: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    ask(url, { headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("kept bytes", () => {
  it("asks once for many at once, as nobody in particular, and answers all", async () => {
    let asked = 0;
    const app = express().get("/page", (request, response) => {
      asked += 1;
      expect(request.headers.cookie).toBeUndefined();
      expect(request.originalUrl).toBe("/page");
      setImmediate(() => response.set("x-own", "1").type("html").send(text));
    });
    const site = await serve(app, forEver);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => get(`${site}/page?n=${i}`, { cookie: `letter=${i}` })),
    );
    expect(asked).toBe(1);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body.toString()).toBe(text);
      expect(answer.headers).toMatchObject({ "x-own": "1", "content-type": "text/html; charset=utf-8" });
    }
  });

  it("sends it packed to who can unpack it, and nothing to who has it", async () => {
    const site = await serve(
      express().get("/page", (_request, response) => void response.type("html").send(text)),
      forEver,
    );
    const packed = await get(`${site}/page`, { "accept-encoding": "br, gzip" });
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(gunzipSync(packed.body).toString()).toBe(text);
    expect((await get(`${site}/page`, { "accept-encoding": "gzip;q=0, br" })).body.toString()).toBe(text);

    const again = await get(`${site}/page`, { "if-none-match": String(packed.headers.etag) });
    expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 });
    const head = await get(`${site}/page`, {}, "HEAD");
    expect(head.headers["content-length"]).toBe(String(text.length));
    expect(head.body.length).toBe(0);
  });

  it("keeps only what succeeded; the last good answer serves while a new one cannot be made, never for what is gone", async () => {
    const statuses = [503, 200, 500, 404, 200];
    const app = express().get("/page", (_request, response) => {
      const status = statuses.shift() ?? 200;
      response.status(status).send(`${status}`);
    });
    const site = await serve(app, never);
    const seen: string[] = [];
    for (let i = 0; i < 3; i += 1) seen.push((await get(`${site}/page`)).body.toString());
    expect(seen).toEqual(["503", "200", "200"]);
  });

  it("forgets what is gone", async () => {
    const statuses = [200, 404, 500];
    const app = express().get("/page", (_request, response) => {
      const status = statuses.shift() ?? 200;
      response.status(status).send(`${status}`);
    });
    const site = await serve(app, never);
    const seen: number[] = [];
    for (let i = 0; i < 3; i += 1) seen.push((await get(`${site}/page`)).status);
    expect(seen).toEqual([200, 404, 500]);
  });

  it("is worded by no asker: neither their host nor any header of theirs, and nothing of one visitor is kept", async () => {
    const app = express().get("/page", (request, response) => {
      response.send(JSON.stringify(request.headers));
    });
    const site = await serve(app, forEver);
    await get(`${site}/page`, { host: "127.0.0.1\\confirm\\x?", "x-forwarded-host": "evil.test", cookie: "a=b" });
    expect(JSON.parse((await get(`${site}/page`)).body.toString())).toEqual({ host: "localhost" });
  });

  it("keeps nothing that came with a cookie, or said no-store", async () => {
    let asked = 0;
    const app = express().get("/page", (_request, response) => {
      asked += 1;
      response.set(asked === 1 ? { "set-cookie": "a=b" } : { "cache-control": "no-store" }).send(`${asked}`);
    });
    const site = await serve(app, forEver);
    for (const n of ["1", "2", "3"]) expect((await get(`${site}/page`)).body.toString()).toBe(n);
  });

  it("leaves everything else to the application", async () => {
    const app = express().all("*", (request, response) => void response.send(`${request.method} ${request.url}`));
    const site = await serve(app, (url) => (url === "/kept" ? { key: url, freshMs: 1e9 } : null));
    expect((await get(`${site}/other?a=1`)).body.toString()).toBe("GET /other?a=1");
    expect((await get(`${site}/kept`, {}, "POST")).body.toString()).toBe("POST /kept");
  });
});
