import type { ServerBuild } from "@remix-run/server-runtime";

type Routes = ServerBuild["routes"];

/** A route's whole path, its frames' before its own, without slashes at its ends: "" at "/", or for a frame without one. */
export function wholePath(routes: Routes, id: string): string {
  const parts: string[] = [];
  for (let at: Routes[string] | undefined = routes[id]; at; at = at.parentId ? routes[at.parentId] : undefined)
    if (at.path) parts.unshift(at.path);
  return parts.join("/");
}

/** Whether the beginning of a path leads anywhere that this segment of a route says: it is no word, but a place for one. */
export const isOpen = (segment: string) => /[:*?]/.test(segment);

/**
 * Names the route of a path by its pattern, `/confirm/:token`, which is all that the log may know of an address. Literal
 * segments win over parameters, parameters over the splat. Asked for each request, before its bytes are found: only the
 * patterns that begin as the path does are tried.
 */
export function routePatterns(routes: Routes): (path: string) => string {
  const patterns = [...new Set(Object.keys(routes).map((id) => `/${wholePath(routes, id)}`))]
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .map((pattern) => ({ pattern, first: pattern.split("/")[1] ?? "", test: tester(pattern) }));
  const firsts = patterns.map(({ first }) => first).filter((first) => !isOpen(first));
  const under = (segment: string | null) => patterns.filter(({ first }) => first === segment || isOpen(first));
  const sets = new Map(firsts.map((first) => [first, under(first)]));
  const others = under(null);
  return (path) => {
    const first = /^\/([^/]*?)(?:\.data)?(?:\/|$)/.exec(path)?.[1] ?? "";
    return (sets.get(first) ?? others).find(({ test }) => test.test(path))?.pattern ?? "/*";
  };
}

const rank = (pattern: string) =>
  pattern
    .split("/")
    .map((part) => (part === "*" ? "3" : part.startsWith(":") ? "2" : "1"))
    .join("");

function tester(pattern: string): RegExp {
  const source = pattern
    .split("/")
    .map((part) => (part === "*" ? ".*" : part.startsWith(":") ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("/");
  return new RegExp(`^${source}(?:\\.data)?/?$`);
}
