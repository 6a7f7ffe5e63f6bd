import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { prefixesOf } from "#app/lib/paths.ts";
import { sourceOf } from "#app/features/campaigns/source.ts";
import { whatIsKept } from "./what-is-kept.ts";

const folder = mkdtempSync(join(tmpdir(), "redress-files-"));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "assets/a.css"), "");
writeFileSync(join(folder, "robots.txt"), "");
afterAll(() => rmSync(folder, { recursive: true }));

const routes: Record<string, string> = {
  "/": "/",
  "/c/detained": "/c/:slug",
  "/c/detained/count.json": "/c/:slug/count.json",
  "/c/detained/sign": "/c/:slug/sign",
};
const keep = whatIsKept((path) => routes[path] ?? "/*", sourceOf, [folder], prefixesOf(["en", "en-XB"]));

it.each([
  ["/assets/a.css?x=1", "/assets/a.css"],
  ["/robots.txt", "/robots.txt"],
  ["/?utm_source=x", "/"],
  ["/c/detained", "/c/detained"],
  ["/c/detained?s=weekly&fbclid=1", "/c/detained?s=weekly"],
  ["/c/detained?s=%3Cscript%3E", "/c/detained"],
  ["/c/detained?fbclid=1&s=weekly", "/c/detained?s=weekly"],
  ["/c/detained/count.json?s=weekly", "/c/detained/count.json"],
  ["/en-XB?x=1", "/en-XB/"],
  ["/en-XB/c/detained?s=weekly&x=1", "/en-XB/c/detained?s=weekly"],
])("keeps %s as %s", (url, key) => {
  expect(keep(url)?.key).toBe(key);
});

it.each(["/c/detained/sign", "/assets/none.css", "/confirm/token", "/assets/../keys.json", "/hy/c/detained"])(
  "keeps no %s",
  (url) => {
    expect(keep(url)).toBeNull();
  },
);
