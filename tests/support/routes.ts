/* eslint-disable @typescript-eslint/no-explicit-any -- pages show many things, a test looks for one */
import { z } from "zod";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { later } from "#app/lib/time.ts";

/** Who asks, now or later, as the suite's clock says. */
export const by = (ms = 0): By => ({ actor: "visitor", now: later(now(), ms) });

/** What a route answers, as far as a browser could see it. */
export interface Answered {
  status: number;
  location: string | null;
  /** As the browser sends it back. */
  cookie: string;
  headers: Headers;
  shown: any;
  context: { refused?: boolean; answered?: boolean };
}

type Handler = (args: never) => unknown;
interface Asked {
  cookie?: string;
  url?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  /** From which network; the same for all who do not say. */
  network?: string;
}

/** Posts fields to a route's action, as a browser would; a `FormData` may bring a file. */
export function post(
  route: { action: Handler },
  fields: Record<string, string> | [string, string][] | FormData,
  { cookie = "", params = {}, headers = {}, network }: Asked = {},
): Promise<Answered> {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  const init = { method: "POST", body, headers: { ...headers, ...(cookie ? { cookie } : {}) } };
  return answered(route.action, new Request("http://localhost/", init), params, network);
}

/** Opens a route's page, as a browser would. */
export function open(
  route: { loader: Handler },
  { cookie = "", url = "/", params = {} }: Asked = {},
): Promise<Answered> {
  return answered(route.loader, new Request(`http://localhost${url}`, { headers: cookie ? { cookie } : {} }), params);
}

async function answered(
  handler: Handler,
  request: Request,
  params: Record<string, string>,
  network = "192.0.2.1",
): Promise<Answered> {
  const context: Answered["context"] = {};
  const args = { request, params, context: Object.assign(context, { network, loopback: false }) };
  const made = await handler(args as never);
  const page = made !== null && typeof made === "object" && "init" in made ? made : null;
  const init = (page as { init: { status?: number; headers?: HeadersInit } | null } | null)?.init;
  const response = made instanceof Response ? made : new Response(null, init ?? {});
  const { status, headers } = response;
  const cookie = headers.getSetCookie().map((one) => one.split(";")[0]);
  const shown = made instanceof Response ? null : page ? (page as unknown as { data: unknown }).data : made;
  return { status, location: headers.get("location"), cookie: cookie.join("; "), headers, shown, context };
}

/** Loads the directory and the demonstrations; answers the id of the campaign `detained`. */
export async function demoCampaign(): Promise<string> {
  await loadDirectory(by());
  await loadDemo(by());
  const [found] = await sql(
    "test-campaign",
    `select "id" from "Campaign" where "slug" = 'detained'`,
    [],
    z.object({ id: z.string() }),
  );
  return found?.id ?? "";
}

let people = 0;
/** What a person of an address of their own types. */
export function typed(given: Record<string, string> = {}): Record<string, string> {
  people += 1;
  const form = { givenName: "Sentinella", familyName: "Supporter", country: "US", postalCode: "91205" };
  return { ...form, email: `typed${people}@example.org`, ...given };
}
