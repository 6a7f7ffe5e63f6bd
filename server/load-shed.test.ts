import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener, Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { placesToFill } from "#app/features/site/faults.ts";
import { isSecretField } from "#app/http/secret-field.ts";
import { prefixesOf } from "#app/lib/paths.ts";
import { textsBesideFiles } from "#app/lib/texts-beside-files.server.ts";
import { keepBytes } from "./kept-bytes.ts";
import type { Keep } from "./kept-bytes.ts";
import type { Shedding } from "./load-shed.ts";
import { shedLoad } from "./load-shed.ts";

let server: Server | undefined;
afterEach(() => {
  for (const response of waiting.splice(0)) response.end();
  server?.close();
});

const page = {
  html: `<form method="%method%" action="%action%">%fields%%file%<p>Choose it again</p>%/file%<button>`,
  places: placesToFill,
};
const waiting: ServerResponse[] = [];
const slow: RequestListener = (_request, response) => void waiting.push(response);
const whole = {
  most: 1,
  pageFor: (path: string) => ({ page, path }),
  isSecret: isSecretField,
  textsOf: textsBesideFiles,
  isExempt: (path: string) => path === "/healthz",
  onShed: () => undefined,
};

async function serve(given: Partial<Shedding> = {}): Promise<string> {
  server = createServer(shedLoad(slow, { ...whole, secure: (_request, _response, next) => next(), ...given }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** One request that is being worked on. */
async function occupy(site: string): Promise<{ answered: Promise<Response> }> {
  const before = waiting.length;
  const asked = fetch(site);
  while (waiting.length === before) await new Promise(setImmediate);
  return { answered: asked };
}

const text = `Grüße, "Ani" <b>&amp;</b> Հայաստան $& $1`;

it("fault 16: whoever comes on top gets 503 and the form back, word for word, and is served when there is room", async () => {
  const site = await serve();
  const first = await occupy(site);
  const answer = await fetch(`${site}/c/detained/sign?s=weekly`, {
    method: "POST",
    body: new URLSearchParams([
      ["givenName", text],
      ["recipient", "a"],
      ["recipient", "b"],
    ]),
  });
  expect({ status: answer.status, after: answer.headers.get("retry-after") }).toEqual({ status: 503, after: "3" });
  const html = await answer.text();
  expect(html).toContain(`<form method="post" action="/c/detained/sign?s=weekly">`);
  expect(html).not.toMatch(/Choose|%/);
  const values = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  ]);
  expect(values).toEqual([
    ["givenName", text],
    ["recipient", "a"],
    ["recipient", "b"],
  ]);

  waiting.at(-1)?.end("served");
  expect(await (await first.answered).text()).toBe("served");
  const next = await occupy(site);
  waiting.at(-1)?.end("served");
  expect((await next.answered).status).toBe(200);
});

it("keeps what stands beside a picture, which a page cannot give back, and says so", async () => {
  const site = await serve();
  await occupy(site);
  const body = new FormData();
  body.set("story", text);
  body.set("picture", new File([new Uint8Array(900_000)], 'chairs; "1".jpg', { type: "image/jpeg" }));
  body.set("summary", "after it");
  const answer = await fetch(`${site}/organize/c/detained/story`, { method: "POST", body, headers: { origin: site } });
  expect(answer.status).toBe(503);
  const html = await answer.text();
  expect(html).toContain("<p>Choose it again</p><button>");
  const names = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  ]);
  expect(names).toEqual([
    ["story", text],
    ["summary", "after it"],
  ]);
});

it("puts no stranger's post into a page of ours, and keeps a page's query", async () => {
  const site = await serve();
  await occupy(site);
  const strange = await fetch(`${site}/c/detained/sign`, {
    method: "POST",
    headers: { origin: "https://evil.example" },
    body: new URLSearchParams({ givenName: "Forged" }),
  });
  expect(strange.status).toBe(503);
  expect(await strange.text()).not.toContain("Forged");
  const read = await (await fetch(`${site}/c/detained/thanks?again=%22`)).text();
  expect(read).toContain(
    `<form method="get" action="/c/detained/thanks"><input type="hidden" name="again" value="&#34;">`,
  );
});

it("writes no password and no code into a page, and keeps the ZIP code", async () => {
  const site = await serve();
  await occupy(site);
  const sent = { email: "ani@example.org", password: "four words with spaces", current: "five words", code: "123456" };
  const answer = await fetch(`${site}/sign-in`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ ...sent, postalCode: "91206", csrfToken: "made-up-token" }),
  });
  const html = await answer.text();
  for (const kept of ["ani@example.org", "91206"]) expect(html).toContain(kept);
  for (const secret of [sent.password, sent.current, sent.code, "made-up-token"]) expect(html).not.toContain(secret);
});

it("answers in the language of the address, and knows a page behind signing in by it", async () => {
  const inXB = { ...page, html: `<html lang="en-XB">${page.html}` };
  const { split } = prefixesOf(["en", "en-XB"]);
  const pageFor = (url: string) => {
    const { locale, path } = split(url);
    return { page: locale === "en" ? page : inXB, path };
  };
  const site = await serve({ pageFor });
  await occupy(site);
  const body = new URLSearchParams({ title: "A title" });
  const answer = await fetch(`${site}/en-XB/organize/new`, { method: "POST", body });
  const html = await answer.text();
  expect(html).toContain(`<html lang="en-XB"><form method="get" action="/en-XB/organize/new">`);
  // Where somebody is signed in a post must say where it comes from.
  expect(html).not.toContain("A title");
  expect(await (await fetch(`${site}/organize`)).text()).not.toContain("en-XB");
});

it("counts whoever says that something comes with what is only read", async () => {
  const site = await serve();
  const { hostname, port } = new URL(site);
  const strange = connect(Number(port), hostname);
  strange.write("GET /c/detained HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx");
  while (waiting.length === 0) await new Promise(setImmediate);
  const answer = await fetch(site);
  strange.destroy();
  expect(answer.status).toBe(503);
});

it("always answers what it must", async () => {
  const site = await serve();
  await occupy(site);
  const lives = fetch(`${site}/healthz`);
  while (waiting.at(-1)?.req.url !== "/healthz") await new Promise(setImmediate);
  waiting.at(-1)?.end("ok");
  expect((await lives).status).toBe(200);
});

it("also stands before what is kept: a page that was not made yet is not made then, one that was is answered", async () => {
  const shed = shedLoad(slow, { ...whole, secure: (_request, _response, next) => next() });
  const keep: Keep = (url) => (url.startsWith("/c/") ? { key: url, freshMs: 1e9 } : null);
  server = createServer(keepBytes(shed, keep));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made = await occupy(`${site}/c/made`);
  waiting.at(-1)?.end("a page");
  expect(await (await made.answered).text()).toBe("a page");

  await occupy(site);
  expect(await (await fetch(`${site}/c/made`)).text()).toBe("a page");
  const other = await fetch(`${site}/c/other?s=made-up`);
  expect({ status: other.status, type: other.headers.get("content-type") }).toEqual({
    status: 503,
    type: "text/html; charset=utf-8",
  });
});
