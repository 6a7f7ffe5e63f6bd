import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { prefixesOf } from "#app/lib/paths.ts";
import { inLocale, localeOfRequest } from "./in-locale.ts";

const server = createServer(
  inLocale(
    (request, response) => {
      response.setHeader("location", String(request.headers["x-location"]));
      response.setHeader("set-cookie", ["letter=a; Path=/c/a; HttpOnly", "left=1; Path=/; HttpOnly"]);
      // Express adds one by setting all of them again.
      response.setHeader("set-cookie", [...(response.getHeader("set-cookie") as string[]), "place=b; Path=/c/a"]);
      if (request.url === "/leave")
        response.setHeader("set-cookie", [
          ...(response.getHeader("set-cookie") as string[]),
          "gone=; Path=/c/a; Max-Age=0; HttpOnly",
        ]);
      response.setHeader("set-cookie", response.getHeader("set-cookie") as string[]);
      response.end(`${localeOfRequest(request)} ${request.url}`);
    },
    prefixesOf(["en", "en-XB"]),
  ),
).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

const at = (path: string, location = "/c/a/letter") =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { "x-location": location } });

it("routes see one path for a page, and which language was asked for", async () => {
  expect(await (await at("/en-XB/c/a?s=b")).text()).toBe("en-XB /c/a?s=b");
  expect(await (await at("/c/a?s=b")).text()).toBe("en /c/a?s=b");
});

it("an answer leads on in its language, its cookies too", async () => {
  const { headers } = await at("/en-XB/c/a/sign");
  expect(headers.get("location")).toBe("/en-XB/c/a/letter");
  expect(headers.getSetCookie()).toEqual([
    "letter=a; Path=/en-XB/c/a; HttpOnly",
    "left=1; Path=/; HttpOnly",
    "place=b; Path=/en-XB/c/a",
  ]);
  expect((await at("/c/a/sign")).headers.get("location")).toBe("/c/a/letter");
});

it("a cookie that is taken away is so in every language", async () => {
  const gone = (path: string) => `gone=; Path=${path}; Max-Age=0; HttpOnly`;
  for (const start of ["", "/en-XB"]) {
    const { headers } = await at(`${start}/leave`);
    expect(headers.getSetCookie().filter((cookie) => cookie.startsWith("gone"))).toEqual([
      gone("/c/a"),
      gone("/en-XB/c/a"),
    ]);
  }
});

it.each(["https://office.example/form", "//office.example/form"])(
  "what leads elsewhere stays: %s",
  async (location) => {
    expect((await at("/en-XB/c/a", location)).headers.get("location")).toBe(location);
  },
);
