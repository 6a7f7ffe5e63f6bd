import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#app/features/accounts/account.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { readingOnly } from "../../tests/support/reading-only.ts";
import { demoCampaign } from "../../tests/support/routes.ts";
import { requireCampaign, requireRole } from "./guards.server.ts";

process.env.CLOCK_OFFSET ??= clockOffset();

let campaignId = "";
beforeAll(async () => {
  campaignId = await demoCampaign();
});

const args = (cookie: string, init: RequestInit = {}, url = "/organize/detained?part=story") => ({
  request: new Request(`http://localhost${url}`, { ...init, headers: { cookie } }),
  context: { network: "192.0.2.1", loopback: false },
});
/** What a guard answers: the role that it lets in, or the status that it throws. */
async function answer(guard: Promise<{ by: { actor: string } }>): Promise<string | number> {
  try {
    return (await guard).by.actor;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

it("sends whoever has no session to sign in and back, and keeps what they posted", async () => {
  for (const cookie of ["", "redress.session_token=forged.c2lnbmVk"]) {
    const sent = await requireRole(args(cookie), "organizer").catch((thrown: Response) => thrown);
    expect(sent).toMatchObject({ status: 303 });
    expect((sent as Response).headers.get("location")).toBe("/sign-in?next=%2Forganize%2Fdetained%3Fpart%3Dstory");
  }
  const posted = args("", { method: "POST", body: new URLSearchParams([["story", "Half a sentence"]]) });
  const kept = (await requireRole(posted, "organizer").catch((thrown: Response) => thrown)) as Response;
  expect(kept.status).toBe(401);
  expect(await kept.json()).toEqual({
    ended: { action: "/organize/detained?part=story", fields: [["story", "Half a sentence"]], hadFile: false },
  });
});

it("leads a button's press back to the page of the button, where nothing was typed", async () => {
  for (const fields of [[], [["password", "secret words"]]]) {
    const pressed = args(
      "",
      { method: "POST", body: new URLSearchParams(fields) },
      "/staff/c/detained/csv/states?by=week",
    );
    const sent = (await requireRole(pressed, "staff").catch((thrown: Response) => thrown)) as Response;
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      "/sign-in?next=%2Fstaff%2Fc%2Fdetained%2Fcsv%2Fstates%3Fby%3Dweek",
    ]);
  }
});

describe("who gets in", () => {
  it.each<[Role, Role, string | number]>([
    ["organizer", "organizer", "organizer"],
    ["organizer", "staff", 404],
    ["organizer", "admin", 404],
    ["staff", "staff", "staff"],
    ["staff", "organizer", 404],
    ["staff", "admin", 404],
    ["admin", "organizer", "admin"],
    ["admin", "staff", "admin"],
    ["admin", "admin", "admin"],
  ])("%s where %s are asked for: %s", async (role, asked, outcome) => {
    const { cookie } = await signedInAs(role);
    expect(await readingOnly(() => answer(requireRole(args(cookie), asked)))).toBe(outcome);
  });

  it("fault 40: an organizer works on their own campaigns alone; staff read and admins work on every one", async () => {
    const member = await signedInAs("organizer", [campaignId]);
    const stranger = await signedInAs("organizer");
    const staff = await signedInAs("staff");
    const admin = await signedInAs("admin");
    const of = (cookie: string, role: "organizer" | "staff", slug = "detained") =>
      answer(requireCampaign(args(cookie), slug, role));
    expect((await requireCampaign(args(member.cookie), "detained", "organizer")).campaignId).toBe(campaignId);
    expect(await of(stranger.cookie, "organizer")).toBe(404);
    expect(await of(member.cookie, "organizer", "section-907")).toBe(404);
    expect(await of(member.cookie, "staff")).toBe(404);
    expect(await of(staff.cookie, "staff")).toBe("staff");
    expect(await of(staff.cookie, "organizer")).toBe(404);
    expect(await of(admin.cookie, "organizer")).toBe("admin");
    expect(await of(admin.cookie, "staff", "no-such-campaign")).toBe(404);
    expect(await of(admin.cookie, "organizer", "de\0tained")).toBe(404);
  });
});
