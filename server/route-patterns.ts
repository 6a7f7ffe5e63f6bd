import type { ServerBuild } from "@remix-run/server-runtime";

/**
 * Names the route of a path by its pattern, `/confirm/:token`, which is all that the log may know of an address. Literal
 * segments win over parameters, parameters over the splat.
 */
export function routePatterns(routes: ServerBuild["routes"]): (path: string) => string {
  const patterns = Object.values(routes).map((route) => {
    const parts: string[] = [];
    for (let at: typeof route | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
      if (at.path) parts.unshift(at.path);
    }
    return `/${parts.join("/")}`;
  });
  const known = [...new Set(patterns)]
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .map((pattern) => ({ pattern, test: tester(pattern) }));
  return (path) => known.find(({ test }) => test.test(path))?.pattern ?? "/*";
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
