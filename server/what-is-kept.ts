import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { sourceOf as SourceOf } from "#app/features/campaigns/source.ts";
import type { Prefixes } from "#app/lib/paths.ts";
import type { Keep } from "./kept-bytes.ts";

/** How long the pages that are the same for everybody are kept. The count is exact within two seconds, its fold included. */
const freshMs: Partial<Record<string, number>> = {
  "/": 2000,
  "/c/:slug": 2000,
  "/c/:slug/count.json": 400,
  "/c/:slug/card.png": 60_000,
};

/**
 * What is answered from memory: files as long as we live, public pages for a moment. Of a query only the source counts
 * (`?s=`, which the page's form carries on); `routeOf` names a path's route, `folders` hold the files. Each locale has
 * bytes of its own, under its prefix.
 */
export function whatIsKept(
  routeOf: (path: string) => string,
  sourceOf: typeof SourceOf,
  folders: readonly string[],
  { split, prefixed }: Prefixes,
): Keep {
  const files = new Set(folders.flatMap(filesOf));
  return (url) => {
    const end = url.indexOf("?");
    const path = end < 0 ? url : url.slice(0, end);
    if (files.has(path)) return { key: path, freshMs: Infinity };
    const { locale, path: asked } = split(path);
    const route = routeOf(asked);
    const fresh = freshMs[route];
    if (fresh === undefined) return null;
    const source = end < 0 || route !== "/c/:slug" ? null : sourceOf(new URLSearchParams(url.slice(end)).get("s"));
    const page = prefixed(asked, locale);
    return { key: source === null ? page : `${page}?s=${source}`, freshMs: fresh };
  };
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"));
}
