import { beforeAll, expect, it } from "vitest";
import { campaignKinds } from "#app/features/campaigns/campaign.ts";
import { revisionLimit } from "#app/features/campaigns/internal/add-revision.server.ts";
import { transaction } from "#app/lib/db.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import type { SignedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf } from "../../tests/support/organizers.ts";
import { demoCampaign, post } from "../../tests/support/routes.ts";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as autosaveRoute from "./organize.c.$slug.autosave.ts";
import * as copyRoute from "./organize.c.$slug.copy.tsx";
import * as revisionRoute from "./organize.c.$slug.revisions.$number.tsx";
import * as newRoute from "./organize.new.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

beforeAll(demoCampaign);

/** So many of the day's revisions of somebody. */
async function useUp(who: SignedInAs, times: number): Promise<void> {
  const ofTheirs = [{ limit: revisionLimit, of: who.id }];
  for (let n = 0; n < times; n += 1)
    await transaction(async (tx) => withinLimits(tx, { ...who.by(), network: "192.0.2.1" }, ofTheirs));
}

it("an account begins and saves so much in a day; then the page says so and keeps what was typed", async () => {
  const eve = await signedInAs("organizer");
  const form = { kind: campaignKinds[0], title: "Another one" };
  for (let n = 0; n < 20; n += 1) expect((await post(newRoute, form, eve)).status).toBe(303);
  const refused = await post(newRoute, form, eve);
  expect(refused).toMatchObject({ status: 429, shown: { values: { title: "Another one" } } });
  expect(refused.shown.faults[0].sentence).toContain("as many campaigns");
  const copy = await post(copyRoute, { title: "Copied" }, at(eve, "another-one"));
  expect(copy).toMatchObject({ status: 429, shown: { title: "Copied" } });

  const typed = { ...(await formOf(eve, "another-one", "asks")), askIntro: "Kept words." };
  await useUp(eve, 500);
  const save = await post(partRoute, typed, at(eve, "another-one", "asks"));
  expect(save).toMatchObject({ status: 429, shown: { values: { askIntro: "Kept words." } } });
  expect((await post(autosaveRoute, { ...typed, part: "asks" }, at(eve, "another-one"))).status).toBe(429);
  const number = { params: { slug: "another-one", number: "1" }, cookie: eve.cookie };
  expect((await post(revisionRoute, {}, number)).status).toBe(429);
  expect((await formOf(eve, "another-one", "asks")).askIntro).not.toBe("Kept words.");
});

it("saves by themselves that take each other's place use nothing up", async () => {
  const eve = await signedInAs("organizer");
  await post(newRoute, { kind: campaignKinds[0], title: "Long evening" }, eve);
  await useUp(eve, 499);
  for (const askIntro of ["One", "One two", "One two three"]) {
    const form = { ...(await formOf(eve, "long-evening", "asks")), askIntro, part: "asks" };
    expect((await post(autosaveRoute, form, at(eve, "long-evening"))).status).toBe(200);
  }
  const story = { ...(await formOf(eve, "long-evening", "story")), summary: "Of the other part.", part: "story" };
  expect((await post(autosaveRoute, story, at(eve, "long-evening"))).status).toBe(429);
});
