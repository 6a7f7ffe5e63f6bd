/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { forgetBlobs } from "#app/features/blobs/forget-blobs.server.ts";
import { inviteByLink, inviteByMail } from "#app/features/accounts/invite.server.ts";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { days, later } from "#app/lib/time.ts";
import { password, signedInAs } from "../../tests/support/accounts.ts";
import type { SignedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailsTo } from "../../tests/support/outbox.ts";
import { fetched } from "../../tests/support/picture-routes.ts";
import { picture, withFile } from "../../tests/support/pictures.ts";
import { by, demoCampaign, open, post } from "../../tests/support/routes.ts";
import * as aboutRoute from "./about.tsx";
import * as accountRoute from "./account._index.tsx";
import * as adminRoute from "./admin._index.tsx";
import * as auditRoute from "./admin.audit.tsx";
import * as renewRoute from "./admin.invitations.$id.renew.ts";
import * as revokeRoute from "./admin.invitations.$id.revoke.ts";
import * as organizationRoute from "./admin.organization.tsx";
import * as personRoute from "./admin.people.$id._index.tsx";
import * as linkRoute from "./admin.people.$id.link.ts";
import * as removeRoute from "./admin.people.$id.remove.ts";
import * as invitationRoute from "./invitation.$token.tsx";

process.env.CLOCK_OFFSET ??= clockOffset();

let admin: SignedInAs;
let campaignId = "";
beforeAll(async () => {
  campaignId = await demoCampaign();
  admin = await signedInAs("admin");
});

const asAdmin = () => ({ cookie: admin.cookie });
const invite = (email: string, role = "organizer") => post(adminRoute, { email, role }, asAdmin());
const people = async () => (await open(adminRoute, asAdmin())).shown;
async function mailedInvitation(email: string): Promise<string> {
  const mail = (await mailsTo(null, email)).at(-1);
  return /\/invitation\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}
const openInvitation = (token: string) => open(invitationRoute, { params: { token } });
const accept = (token: string, given: Record<string, string> = {}) =>
  post(invitationRoute, { name: "Second Sample Organizer", password, ...given }, { params: { token } });
async function statusOf(asked: Promise<{ status: number }>): Promise<number> {
  return (await asked.catch((thrown: Response) => thrown)).status;
}

describe("an invitation", () => {
  it("comes by mail, makes the account it says, and works once", async () => {
    expect((await invite("New.One@example.org")).status).toBe(303);
    const token = await mailedInvitation("new.one@example.org");
    expect((await openInvitation(token)).shown.invitation).toEqual({
      email: "new.one@example.org",
      role: "organizer",
      isKnown: false,
      name: "",
    });
    const weak = await accept(token, { password: "aaaaaaaaaaaaaaaaaaaa", name: " " });
    expect(weak.shown.faults.map(({ field }: { field: string }) => field)).toEqual(["name", "password"]);
    for (const guessable of ["password1234567", "new.one@example.org", "Second Sample Organizer", "redressredress"]) {
      const refused = await accept(token, { password: guessable });
      expect([refused.status, refused.shown.faults.map(({ field }: { field: string }) => field)]).toEqual([
        422,
        ["password"],
      ]);
      expect(refused.shown.name).toBe("Second Sample Organizer");
    }
    const accepted = await accept(token);
    expect(accepted.location).toBe("/account?first");
    const own = (await open(accountRoute, { cookie: accepted.cookie })).shown;
    expect(own.account).toEqual({
      name: "Second Sample Organizer",
      email: "new.one@example.org",
      role: "organizer",
    });
    const again = await accept(token, { name: "Somebody else" });
    expect([again.location, again.cookie]).toEqual([`/invitation/${token}`, ""]);
    expect(await openInvitation(token)).toMatchObject({ status: 410, shown: { closed: "used" } });
    expect((await invite("new.one@example.org")).shown.fault).toContain("account already");
  });

  it("that has expired, was called back or never was says so and makes nothing", async () => {
    const by = { actor: "operator", now: later(now(), -days(8)) } as const;
    const { link } = await inviteByLink(by, { email: "late@example.org", role: "admin" });
    const late = link.split("/").at(-1) ?? "";
    expect(await openInvitation(late)).toMatchObject({ status: 410, shown: { closed: "expired" } });
    expect((await accept(late)).cookie).toBe("");
    await invite("called.back@example.org");
    const token = await mailedInvitation("called.back@example.org");
    const listed = (await people()).invitations as { id: string; email: string; state: string }[];
    const idOf = (email: string) => listed.find((one) => one.email === email)?.id ?? "";
    const expired = { ...asAdmin(), params: { id: idOf("late@example.org") } };
    const revoked = { ...asAdmin(), params: { id: idOf("called.back@example.org") } };
    expect((await post(revokeRoute, {}, revoked)).status).toBe(303);
    expect(await statusOf(post(revokeRoute, {}, revoked))).toBe(404);
    expect((await openInvitation(token)).shown.closed).toBe("revoked");
    expect((await post(renewRoute, {}, expired)).status).toBe(303);
    expect((await openInvitation(await mailedInvitation("late@example.org"))).shown.invitation.role).toBe("admin");
    expect((await openInvitation(late)).shown.closed).toBe("revoked");
    expect((await openInvitation("a".repeat(43))).status).toBe(404);
  });

  it("to somebody with an account sets a new password, and signs them out elsewhere", async () => {
    const { id, email, cookie } = await signedInAs("staff");
    const person = { ...asAdmin(), params: { id } };
    expect((await post(linkRoute, {}, person)).location).toBe(`/admin/people/${id}?mailed`);
    expect(await statusOf(open(accountRoute, { cookie }))).toBe(200);
    const token = await mailedInvitation(email);
    expect((await openInvitation(token)).shown.invitation.isKnown).toBe(true);
    const accepted = await accept(token, { password: "quite another set of words" });
    expect((await open(accountRoute, { cookie: accepted.cookie })).shown.account.role).toBe("staff");
    expect(await statusOf(open(accountRoute, { cookie }))).toBe(303);
  });

  it("gives nobody a role back that was taken from them after it was sent", async () => {
    const { id, email } = await signedInAs("admin");
    const person = { ...asAdmin(), params: { id } };
    await post(linkRoute, {}, person);
    await post(personRoute, { role: "organizer" }, person);
    const accepted = await accept(await mailedInvitation(email));
    expect((await open(accountRoute, { cookie: accepted.cookie })).shown.account.role).toBe("organizer");
    expect(await statusOf(open(adminRoute, { cookie: accepted.cookie }))).toBe(404);
  });

  it("falls when its sender is demoted or removed, and an admin no more sends none", async () => {
    const senders = await Promise.all([signedInAs("admin"), signedInAs("admin"), signedInAs("admin")]);
    const [demoted, removed, stays] = senders;
    for (const [n, sender] of senders.entries())
      await post(adminRoute, { email: `of-sender${n}@example.org`, role: "admin" }, sender);
    await post(personRoute, { role: "staff" }, { ...asAdmin(), params: { id: demoted.id } });
    await post(removeRoute, {}, { ...asAdmin(), params: { id: removed.id } });
    const closed = async (n: number) => {
      const { shown } = await openInvitation(await mailedInvitation(`of-sender${n}@example.org`));
      return shown.closed as string | null;
    };
    expect([await closed(0), await closed(1)]).toEqual(["revoked", "revoked"]);
    expect(await closed(2)).not.toBe("revoked");
    const late = inviteByMail(demoted.by(), { email: "late-invited@example.org", role: "admin" }, demoted.name);
    expect([await late, await mailsTo(null, "late-invited@example.org")]).toEqual([false, []]);
    expect(await inviteByMail(stays.by(), { email: "in-time@example.org", role: "staff" }, stays.name)).toBe(true);
  });

  it("keeps only the hash of its link", async () => {
    await invite("hashed@example.org");
    const token = await mailedInvitation("hashed@example.org");
    const rows = await sql(
      "test-rows",
      `select to_jsonb(i)::text as "row" from "Invitation" i`,
      [],
      z.object({ row: z.string() }),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

it("an admin says what somebody may do and where, and lets them go; each step is on record", async () => {
  const { id, cookie } = await signedInAs("staff");
  const person = { ...asAdmin(), params: { id } };
  const changed = await post(
    personRoute,
    [
      ["role", "organizer"],
      ["campaign", campaignId],
      ["campaign", id],
    ],
    person,
  );
  expect(changed.location).toBe(`/admin/people/${id}?changed`);
  const { shown } = await open(personRoute, person);
  expect(shown.person.role).toBe("organizer");
  expect(shown.campaigns.filter(({ isMember }: { isMember: boolean }) => isMember)).toEqual([
    { id: campaignId, title: expect.any(String), isMember: true },
  ]);
  await post(personRoute, { role: "organizer" }, person);
  expect(
    (await open(personRoute, person)).shown.campaigns.some(({ isMember }: { isMember: boolean }) => isMember),
  ).toBe(false);
  expect(await statusOf(post(personRoute, { role: "owner" }, person))).toBe(404);
  expect((await post(removeRoute, {}, person)).location).toBe("/admin");
  expect(await statusOf(open(accountRoute, { cookie }))).toBe(303);
  expect(await statusOf(open(personRoute, person))).toBe(404);
  expect(await statusOf(open(personRoute, { ...asAdmin(), params: { id: admin.id } }))).toBe(404);
  const { events } = (await open(auditRoute, asAdmin())).shown as { events: { action: string; actor: string }[] };
  expect(events.slice(0, 4).map(({ action, actor }) => [action, actor])).toEqual([
    ["account-removed", admin.name],
    ["member-removed", admin.name],
    ["member-added", admin.name],
    ["role-changed", admin.name],
  ]);
});

it("a box that is ticked a hundred times stands once, and takes no place of another", async () => {
  const { id } = await signedInAs("organizer");
  const person = { ...asAdmin(), params: { id } };
  const made = (fields: [string, string][]) => post(personRoute, [["role", "organizer"], ...fields], person);
  await made([...Array.from({ length: 150 }, (): [string, string] => ["campaign", id]), ["campaign", campaignId]]);
  const { campaigns } = (await open(personRoute, person)).shown as { campaigns: { id: string; isMember: boolean }[] };
  expect(campaigns.filter(({ isMember }) => isMember).map((one) => one.id)).toEqual([campaignId]);
});

it("the organization is complete once everything is said, and a wrong form is kept", async () => {
  const shown = async () => (await open(organizationRoute, asAdmin())).shown;
  expect((await shown()).gaps).toEqual([
    "name",
    "postalAddress",
    "contactEmail",
    "privacyEmail",
    "languages",
    "principal",
  ]);
  const form = {
    name: "Friends of the Detained",
    postalAddress: "2 Another Street\nAnother Town",
    contactEmail: "office@example.org",
    privacyEmail: "privacy@example.org",
    languages: "en, hy",
    hasPrincipal: "yes",
    principal: "",
  };
  const wrong = await post(organizationRoute, { ...form, contactEmail: "office", languages: "English!" }, asAdmin());
  expect([wrong.status, wrong.shown.values.name]).toEqual([422, form.name]);
  expect(wrong.shown.faults.map(({ field }: { field: string }) => field)).toEqual(["contactEmail", "languages"]);
  await post(organizationRoute, form, asAdmin());
  expect((await shown()).gaps).toEqual(["principal"]);
  await post(organizationRoute, { ...form, principal: "A sample principal" }, asAdmin());
  expect(await shown()).toMatchObject({ gaps: [], values: { ...form, principal: "A sample principal" } });
  const [event] = (await open(auditRoute, asAdmin())).shown.events;
  expect(event.change).toEqual([
    { name: "to", value: '{"principal":"A sample principal"}' },
    { name: "from", value: '{"principal":null}' },
  ]);
});

it("the organization has a word mark and a picture, changed and taken out again; what is none is refused", async () => {
  const { values } = (await open(organizationRoute, asAdmin())).shown;
  const wrong = await post(organizationRoute, withFile({ ...values, name: "Typed" }, Buffer.from("GIF89a")), asAdmin());
  expect([wrong.status, wrong.shown.values.name, wrong.shown.faults[0].field]).toEqual([422, "Typed", "picture"]);
  const form = { ...values, wordMark: "Friends" };
  expect((await post(organizationRoute, withFile(form, await picture(1600, 400)), asAdmin())).status).toBe(303);
  const seen = async () => (await open(aboutRoute)).shown.organization.picture;
  const first = await seen();
  expect(first).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), width: 800, height: 200 });
  expect((await fetched(first.sha256)).status).toBe(200);
  expect((await organization(by())).wordMark).toBe("Friends");
  // Without a file it stays; another takes its place, and nobody needs the first any more.
  expect((await post(organizationRoute, form, asAdmin())).status).toBe(303);
  expect(await seen()).toEqual(first);
  await post(organizationRoute, withFile(form, await picture(300, 300)), asAdmin());
  expect(await seen()).toMatchObject({ width: 300 });
  expect(await forgetBlobs(by(days(1)))).toBe(1);
  await post(organizationRoute, { ...form, dropPicture: "on", wordMark: "" }, asAdmin());
  expect([await seen(), (await organization(by())).wordMark]).toEqual([null, null]);
  expect(await forgetBlobs(by(days(1)))).toBe(1);
});

it("what was posted after a session had ended comes back to be sent again, without its secrets", async () => {
  const { cookie } = await signedInAs("organizer");
  const posted = post(
    organizationRoute,
    { name: "Half a name", current: "words so far", password: "secret words", code: "123456" },
    { cookie: "" },
  );
  const answer = await posted.catch((thrown: Response) => thrown);
  expect(answer).toBeInstanceOf(Response);
  expect(await (answer as unknown as Response).json()).toEqual({
    ended: { action: "/", fields: [["name", "Half a name"]], hadFile: false },
  });
  expect(await statusOf(post(organizationRoute, { name: "Half a name" }, { cookie }))).toBe(404);
});
