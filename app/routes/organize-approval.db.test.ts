import { beforeAll, describe, expect, it } from "vitest";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import type { SignedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { by, open, post } from "../../tests/support/routes.ts";
import * as organizationRoute from "./admin.organization.tsx";
import * as listRoute from "./organize._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as publishRoute from "./organize.c.$slug.publish._index.tsx";
import * as approveRoute from "./organize.c.$slug.publish.approve.ts";
import * as declineRoute from "./organize.c.$slug.publish.decline.tsx";
import * as takeBackRoute from "./organize.c.$slug.publish.take-back.ts";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let cast: Cast;
let admin: SignedInAs;
beforeAll(async () => {
  cast = await organizers();
  admin = await signedInAs("admin");
});

const publishPath = "/organize/c/detained/publish";
const page = async (who: SignedInAs) => (await open(publishRoute, at(who, "detained"))).shown;

/** Ann writes something new and asks to publish it; answers her request's id. */
async function asked(summary: string): Promise<string> {
  const { ann } = cast;
  await post(partRoute, { ...(await formOf(ann, "detained", "story")), summary }, at(ann, "detained", "story"));
  const { version, revision } = await page(ann);
  const answer = await post(publishRoute, { version: `${version}`, revision: `${revision}` }, at(ann, "detained"));
  expect([answer.status, answer.location]).toEqual([303, publishPath]);
  return (await page(ann)).request.id;
}

describe("an organization that wants a second person", () => {
  it("says so on its page, and can say otherwise", async () => {
    const { values } = (await open(organizationRoute, { cookie: admin.cookie })).shown;
    expect(values.secondPerson).toBe("");
    await post(organizationRoute, values, { cookie: admin.cookie });
    expect((await organizationForm(by())).secondPerson).toBe(false);
    await post(organizationRoute, { ...values, secondPerson: "on" }, { cookie: admin.cookie });
    expect((await open(organizationRoute, { cookie: admin.cookie })).shown.values.secondPerson).toBe("on");
  });

  it("lets one ask and another approve, on the campaign's page and from their list", async () => {
    const { ann, ben, stranger } = cast;
    const request = await asked("First.");
    expect(await page(ann)).toMatchObject({ way: "second", request: { state: "open", isMine: true, stale: null } });
    expect(await page(ben)).toMatchObject({ request: { askedBy: ann.name, isMine: false } });
    const list = async (who: SignedInAs) =>
      (await open(listRoute, { cookie: who.cookie })).shown.rows.find(
        ({ slug }: { slug: string }) => slug === "detained",
      );
    expect([(await list(ann)).asked, (await list(ben)).asked, (await list(admin)).asked]).toEqual([
      "waits",
      "needs-you",
      "needs-you",
    ]);
    const own = await post(approveRoute, { request }, at(ann, "detained"));
    expect(own.location).toBe(`${publishPath}?after=own`);
    expect((await open(publishRoute, { ...at(ann, "detained"), url: "/?after=own" })).shown.after).toBe("own");
    await expect(post(approveRoute, { request }, at(stranger, "detained"))).rejects.toMatchObject({ status: 404 });
    expect((await post(approveRoute, { request }, at(ben, "detained"))).location).toBe(publishPath);
    expect((await page(ann)).frame).toMatchObject({ isChanged: false });
    expect((await post(approveRoute, { request }, at(admin, "detained"))).location).toBe(
      `${publishPath}?after=decided`,
    );
    expect((await list(ben)).asked).toBeNull();
  });

  it("declines only with a reason, which the asker reads; what nobody asked for has no such page", async () => {
    const { ann, ben } = cast;
    const request = await asked("Second.");
    expect((await open(declineRoute, at(ben, "detained"))).shown.request.id).toBe(request);
    await expect(open(declineRoute, at(ann, "detained"))).rejects.toMatchObject({ status: 303 });
    const refused = await post(declineRoute, { request, reason: " " }, at(ben, "detained"));
    expect([refused.status, refused.shown.faults]).toEqual([422, [{ field: "reason", sentence: "Say why" }]]);
    await post(declineRoute, { request, reason: "Not so." }, at(ben, "detained"));
    expect((await page(ann)).request).toMatchObject({ state: "declined", decidedBy: ben.name, reason: "Not so." });
    await expect(open(declineRoute, at(ben, "detained"))).rejects.toMatchObject({ status: 303 });
  });

  it("is taken back by whoever asked; the buttons' addresses lead to the page that has them", async () => {
    const { ann, ben } = cast;
    const request = await asked("Third.");
    expect((await post(takeBackRoute, { request }, at(ben, "detained"))).location).toBe(`${publishPath}?after=decided`);
    expect((await post(takeBackRoute, { request }, at(ann, "detained"))).location).toBe(publishPath);
    expect((await page(ann)).request.state).toBe("taken-back");
    for (const route of [approveRoute, takeBackRoute])
      expect((await open(route, at(ann, "detained"))).location).toBe(publishPath);
  });
});
