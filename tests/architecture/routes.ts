import { readFileSync } from "node:fs";
import { join } from "node:path";
import { flatRoutes } from "@remix-run/dev/dist/config/flat-routes.js";
import remixConfig from "../../remix.config.js";

export interface Route {
  /** The file's name in `app/routes`, without its ending. */
  id: string;
  source: string;
}

const inRole = (role: string) => new RegExp(`\\brequire(?:Role|Campaign)\\([^;]*?"${role}",?\\s*\\)`);

/** Who gets in → how a route's file shows that it asks for that. */
export const guards = {
  "holder of the mailed link": ({ id, source }: Route) =>
    id.split(".").includes("$token") && /\bparams\.token\b|\{ token\b[^}]*\} = params\b/.test(source),
  "holder of the cookie": ({ source }: Route) => source.includes("readLetterCookie("),
  "this machine, never production": ({ source }: Route) => source.includes("mailboxIsOpen("),
  "signed in": ({ source }: Route) => asksInEach(source) && /\brequireAccount\(/.test(source),
  organizer: ({ source }: Route) => asksInEach(source) && inRole("organizer").test(source),
  staff: ({ source }: Route) => asksInEach(source) && inRole("staff").test(source),
  admin: ({ source }: Route) => asksInEach(source) && inRole("admin").test(source),
};
export type Audience = "anyone" | keyof typeof guards;

/** Whether the loader and the action, those that there are, each ask who is signed in. */
function asksInEach(source: string): boolean {
  const handlers = source.split(/^export (?=(?:async )?function (?:loader|action)\b)/m).slice(1);
  return handlers.length > 0 && handlers.every((handler) => /\brequire(?:Account|Role|Campaign)\(/.test(handler));
}

/** The audiences that sign in, and what a route of theirs is named. */
export const signedInAudiences = ["signed in", "organizer", "staff", "admin"] as const;

/** Every route of the manifest. */
export function allRoutes(): (Route & { file: string })[] {
  const app = remixConfig.appDirectory ?? "app";
  return Object.values(flatRoutes(app, remixConfig.ignoredRouteFiles)).map(({ id, file }) => ({
    id: id.replace(/^routes\//, ""),
    file: join(app, file),
    source: readFileSync(join(app, file), "utf8"),
  }));
}
