import type { AppLoadContext } from "@remix-run/server-runtime";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";

/** Who asks: a visitor, now, from this network. */
export function visitor(context: AppLoadContext): By {
  return { actor: "visitor", now: now(), network: context.network };
}
