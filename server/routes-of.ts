import type { ServerBuild } from "@remix-run/server-runtime";
import { isOpen, wholePath } from "./route-patterns.ts";

type Routes = ServerBuild["routes"];

/**
 * Of all routes those that a path can lead to, by its first segment. Remix compares a path with every route that it is
 * given, twice a request, and at a hundred routes that is a fifth of what a request costs. A path that begins like no
 * route (in capitals, with escapes, unknown) gets all of them, so that no answer changes.
 */
export function routesOf(routes: Routes): (path: string) => Routes {
  const sets = new Map<string, Routes>();
  const firsts = Object.keys(routes).map((id) => [id, firstOf(routes, id)] as const);
  for (const first of new Set(firsts.map(([, segment]) => segment))) {
    if (first === null || isOpen(first)) continue;
    const reached = firsts.filter(([, segment]) => segment === first || segment === null || isOpen(segment));
    sets.set(first, withParents(routes, new Set(reached.map(([id]) => id))));
  }
  return (path) => (path === "/" ? sets.get("") : sets.get(/^\/([^/]+)/.exec(path)?.[1] ?? "/")) ?? routes;
}

/** The first segment of a route's whole path: "" for a page at "/", null for a frame that has no path of its own. */
function firstOf(routes: Routes, id: string): string | null {
  const path = wholePath(routes, id);
  return path === "" && routes[id]?.index !== true ? null : (path.split("/")[0] ?? "");
}

function withParents(routes: Routes, ids: Set<string>): Routes {
  for (const id of ids) {
    const parent = routes[id]?.parentId;
    // A set that grows is walked to its end.
    if (parent !== undefined) ids.add(parent);
  }
  return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
}
