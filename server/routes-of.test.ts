import { describe, expect, it } from "vitest";
import type { ServerBuild } from "@remix-run/server-runtime";
import { routesOf } from "./routes-of.ts";

type Route = { path?: string; index?: boolean; parentId?: string };
const routes = Object.fromEntries(
  Object.entries<Route>({
    root: { path: "" },
    home: { index: true, parentId: "root" },
    all: { path: "*", parentId: "root" },
    campaign: { path: "c/:slug", index: true, parentId: "root" },
    frame: { parentId: "root" },
    sign: { path: "c/:slug/sign", parentId: "frame" },
    staff: { path: "staff", parentId: "root" },
    figures: { path: ":slug", parentId: "staff" },
    us: { path: "us", parentId: "root" },
  }).map(([id, route]) => [id, { id, module: {}, ...route }]),
) as unknown as ServerBuild["routes"];

describe("the routes that a path can lead to", () => {
  const of = (path: string) => Object.keys(routesOf(routes)(path));

  it.each([
    ["/", ["root", "home", "all", "frame"]],
    ["/c/detained", ["root", "all", "campaign", "frame", "sign"]],
    ["/c/detained/sign", ["root", "all", "campaign", "frame", "sign"]],
    ["/staff/detained", ["root", "all", "frame", "staff", "figures"]],
    ["/us", ["root", "all", "frame", "us"]],
  ])("%s", (path, ids) => {
    expect(of(path)).toEqual(ids);
  });

  it.each(["/nowhere", "//c/detained", "/C/detained", "/%63/detained", "/c.data", "/use"])(
    "%s begins like no route: all of them",
    (path) => {
      expect(of(path)).toEqual(Object.keys(routes));
    },
  );
});
