/** Each route behind signing in, of the manifest, is really asked by everybody whom it must not let in, and who it must. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#app/features/accounts/account.ts";
import { signedInAs } from "../support/accounts.ts";
import { clockOffset } from "../support/installation.ts";
import { demoCampaign } from "../support/routes.ts";
import { allRoutes, guards, signedInAudiences } from "./routes.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

type Module = Partial<Record<"loader" | "action", (args: unknown) => unknown>>;
type Handler = keyof Module & string;

const lets: Record<(typeof signedInAudiences)[number], Role[]> = {
  "signed in": ["admin", "organizer", "staff"],
  organizer: ["admin", "organizer"],
  staff: ["admin", "staff"],
  admin: ["admin"],
};
const everybody: Role[] = ["admin", "organizer", "staff"];

const guarded = allRoutes().flatMap((route) => {
  const audience = signedInAudiences.find((one) => guards[one](route));
  return audience ? [{ ...route, audience }] : [];
});

let cookies: Record<Role, string>;
/** An organizer of other campaigns than the one that is asked for. */
let stranger: string;
beforeAll(async () => {
  const campaignId = await demoCampaign();
  const member = async (role: Role) => (await signedInAs(role, [campaignId])).cookie;
  cookies = { admin: await member("admin"), organizer: await member("organizer"), staff: await member("staff") };
  stranger = (await signedInAs("organizer")).cookie;
});

/** What a handler answers: its status, and where it leads. */
async function ask(handler: Handler, module: Module, id: string, cookie: string) {
  const params = { slug: "detained", part: "story", number: "1", id: "01890a5d-ac96-774b-bcce-b302099a8057" };
  const init = handler === "action" ? { method: "POST", body: new URLSearchParams({ field: "kept" }) } : {};
  const request = new Request(`http://localhost/${id.replace(/\._index$/, "").replaceAll(".", "/")}`, {
    ...init,
    headers: { cookie },
  });
  const context = { network: "192.0.2.1", loopback: false };
  try {
    const made = await module[handler]?.({ request, params, context });
    const response = made instanceof Response ? made : null;
    return { status: response?.status ?? 200, location: response?.headers.get("location") ?? null };
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, location: thrown.headers.get("location") };
    throw thrown;
  }
}

const isToSignIn = (location: string | null) => location?.startsWith("/sign-in?next=") === true;

it("finds the routes behind signing in by their names too", () => {
  const named = allRoutes().filter(({ id }) => /^(organize|staff|admin|account)(\.|$)/.test(id));
  expect(named.length).toBeGreaterThan(10);
  expect(named.map(({ id }) => id)).toEqual(guarded.map(({ id }) => id));
});

describe.each(guarded)("$id is for: $audience", ({ id, file, source, audience }) => {
  let module: Module;
  beforeAll(async () => {
    module = (await import(/* @vite-ignore */ `../../${file}`)) as Module;
  });

  it("nobody is sent to sign in, and what they posted is kept", async () => {
    const opened = module.loader ? await ask("loader", module, id, "") : null;
    if (opened) expect([opened.status, isToSignIn(opened.location)]).toEqual([303, true]);
    if (module.action) expect((await ask("action", module, id, "")).status).toBe(401);
    expect(module.loader ?? module.action).toBeDefined();
  });

  it("another role finds no such page", async () => {
    for (const role of everybody.filter((one) => !lets[audience].includes(one)))
      for (const handler of ["loader", "action"] as const)
        if (module[handler])
          expect([role, await ask(handler, module, id, cookies[role])]).toMatchObject([role, { status: 404 }]);
  });

  it("those whom it is for get in", async () => {
    const needsARow = ["$id", "$table", "$n"].some((part) => id.includes(part));
    for (const role of lets[audience]) {
      if (!module.loader) continue;
      const { status, location } = await ask("loader", module, id, cookies[role]);
      if (!needsARow) expect([role, status]).not.toEqual([role, 404]);
      expect([role, isToSignIn(location)]).toEqual([role, false]);
    }
  });

  it.runIf(source.includes('"organizer"') && id.includes("$slug"))(
    "fault 40: an organizer of other campaigns finds no such page",
    async () => {
      for (const handler of ["loader", "action"] as const)
        if (module[handler]) expect((await ask(handler, module, id, stranger)).status).toBe(404);
    },
  );
});
