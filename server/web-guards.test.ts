import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Request, Response } from "express";
import { plainHost, privatePaths, refusal } from "./web-guards.ts";

const post = (headers: Record<string, string>, path = "/c/detained/sign") =>
  refusal({ method: "POST", path, headers: { host: "redress.example", "content-length": "9", ...headers } });

describe("what is refused before a route sees it", () => {
  it.each([
    ["cross-site", { "sec-fetch-site": "cross-site" }],
    ["cross-site", { "sec-fetch-site": "same-site" }],
    ["cross-site", { "sec-fetch-site": "cross-site", origin: "https://redress.example" }],
    ["cross-site", { origin: "https://evil.example" }],
    ["cross-site", { origin: "not an origin" }],
    [null, { "sec-fetch-site": "same-origin" }],
    [null, { "sec-fetch-site": "none" }],
    [null, { origin: "https://redress.example" }],
    [null, { origin: "null" }],
    [null, {}],
    [null, { "content-length": String(512 * 1024) }],
    ["too-large", { "content-length": String(512 * 1024 + 1) }],
    ["cross-site", { "sec-fetch-site": "cross-site", "content-length": "999999" }],
  ])("%s: %o", (why, headers) => {
    expect(post(headers)).toBe(why);
  });

  it("takes more where a form may bring a picture, and nothing else there", () => {
    const large = String(32 * 1024 * 1024);
    const picture = {
      "content-length": large,
      "content-type": "multipart/form-data; boundary=x",
      origin: "https://redress.example",
    };
    for (const path of ["/organize/c/detained/story", "/admin/organization", "/organize/c/detained/story.data"])
      expect(post(picture, path), path).toBeNull();
    for (const path of [
      "/organize/c/detained/asks",
      "/organize/c/a/b/story",
      "/c/detained/sign",
      "/admin/organization/x",
    ])
      expect(post(picture, path), path).toBe("too-large");
    const text = { ...picture, "content-type": "application/x-www-form-urlencoded" };
    expect(post(text, "/organize/c/detained/story")).toBe("too-large");
    expect(post({ ...picture, "content-length": `${large}0` }, "/organize/c/detained/story")).toBe("too-large");
  });

  it("takes no body of unknown length", () => {
    expect(refusal({ method: "POST", path: "/", headers: { "transfer-encoding": "chunked" } })).toBe("length-required");
    expect(refusal({ method: "POST", path: "/", headers: {} })).toBe("length-required");
  });

  it("wants to know where a post comes from where somebody is signed in", () => {
    const doors = ["/account/password", "/sign-in", "/Sign-In/two-factor", "/sign-out", "/admin.data"];
    for (const path of ["/organize", "/staff/x", "/admin/", ...doors]) {
      expect(post({ origin: "null" }, path), path).toBe("cross-site");
      expect(post({}, path), path).toBe("cross-site");
    }
    // Behind its link, which nobody else has.
    for (const path of ["/organizers", "/invitation/token"]) expect(post({ origin: "null" }, path)).toBeNull();
    expect(post({ "sec-fetch-site": "same-origin" }, "/staff")).toBeNull();
  });

  it("lets reading pass, from wherever it is asked", () => {
    expect(refusal({ method: "GET", path: "/", headers: { "sec-fetch-site": "cross-site" } })).toBeNull();
    expect(refusal({ method: "HEAD", path: "/", headers: {} })).toBeNull();
  });
});

it.each([
  ["/c/detained/sign?_data=root", 400],
  ["/c/detained/sign?s=a&%5Fdata=", 400],
  ["/c/detained/sign?s=_data", undefined],
  ["/c/detained/sign.data?_routes=root", undefined],
])("refuses what Remix would take for an older version's question: %s", (url, status) => {
  let told: unknown = "not asked";
  const request = { method: "GET", url, headers: { host: "localhost" }, socket: { remoteAddress: "127.0.0.1" } };
  plainHost(request as unknown as Request, { locals: {} } as Response, (error?: unknown) => (told = error));
  expect(told).toEqual(status && { status });
});

it("a search engine may read what says that it is not to be found", () => {
  const robots = readFileSync("public/robots.txt", "utf8").replace(/^#.*$/gm, "").trim();
  expect(robots).toBe("User-agent: *\nDisallow:");
});

it.each(["/confirm/token", "/Me/token/data.json", "/%6De/token", "/invitation/token.data", "//confirm/token"])(
  "nobody is told the address of %s, however it is written",
  (path) => {
    const set: Record<string, string> = {};
    privatePaths(
      { path } as Request,
      { set: (given: object) => Object.assign(set, given) } as unknown as Response,
      () => undefined,
    );
    expect(set).toEqual({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    });
  },
);
