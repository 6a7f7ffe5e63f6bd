import { describe, expect, it } from "vitest";
import type { ServerBuild } from "@remix-run/server-runtime";
import { routePatterns } from "./route-patterns.ts";

const manifest = (paths: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(paths).map(([id, path]) => [
      id,
      { id, path, parentId: id === "root" ? undefined : "root", module: {} },
    ]),
  ) as unknown as ServerBuild["routes"];

describe("the log's name for a path", () => {
  const routeOf = routePatterns(
    manifest({
      root: "",
      home: undefined,
      all: "*",
      campaign: "c/:slug",
      count: "c/:slug/count.json",
      token: "confirm/:token",
      no: "confirm/:token/not-me",
    }),
  );

  it.each([
    ["/", "/"],
    ["/c/detained", "/c/:slug"],
    ["/c/detained/count.json", "/c/:slug/count.json"],
    ["/c/detained/countXjson", "/*"],
    ["/confirm/s3cret", "/confirm/:token"],
    ["/confirm/s3cret/", "/confirm/:token"],
    ["/confirm/s3cret.data", "/confirm/:token"],
    ["/confirm/s3cret/not-me", "/confirm/:token/not-me"],
    ["/confirm/s3cret/elsewhere", "/*"],
    ["/ann@example.org", "/*"],
  ])("%s is %s", (path, pattern) => {
    expect(routeOf(path)).toBe(pattern);
  });
});
