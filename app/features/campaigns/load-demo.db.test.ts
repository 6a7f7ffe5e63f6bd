import { beforeAll, describe, expect, it } from "vitest";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { days, later } from "#app/lib/time.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { templatesOf } from "#app/features/letters/templates-of.server.ts";
import { addCampaign } from "#app/features/campaigns/add-campaign.server.ts";
import {
  campaignById,
  campaignBySlug,
  closedCampaigns,
  openCampaigns,
} from "#app/features/campaigns/campaign-of.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { detained } from "#app/features/campaigns/internal/demo-detained.ts";
import { demos, loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { publicCampaignOf } from "#app/features/campaigns/public-campaign-of.server.ts";

const by: By = { actor: "operator", now: new Date("2026-11-24T12:00:00Z") };
const at = (now: Date): By => ({ ...by, now });

beforeAll(async () => {
  await loadDirectory(by);
  await loadDemo(by);
});

describe("the demonstrations", () => {
  it("are open, all six, and stay as they are when they are loaded again", async () => {
    const first = await openCampaigns(by);
    expect(first.map((campaign) => campaign.slug)).toEqual(demos.map(({ campaign }) => campaign.slug));
    expect(first).toHaveLength(6);
    const { variants } = await templatesOf(by, first[0].id, "en");
    await loadDemo(at(later(by.now, days(1))));
    expect(await openCampaigns(by)).toEqual(first);
    expect((await templatesOf(at(later(by.now, days(2))), first[0].id, "en")).variants).toEqual(variants);
  });

  it("close at the end of a day, ninety days later", async () => {
    const campaign = await campaignBySlug(by, "detained");
    const end = campaign?.closesAt;
    if (!campaign || !end) throw new Error("no campaign, or it never ends");
    expect(end).toEqual(new Date("2027-02-23T05:00:00Z"));
    expect(campaignState(campaign, later(end, -1))).toBe("open");
    expect(campaignState(campaign, end)).toBe("closed");
    expect((await closedCampaigns(at(end))).map((one) => one.slug)).toContain("detained");
  });

  it("come back as they were written, by slug and by id", async () => {
    const campaign = await campaignBySlug(by, "detained");
    const { letters: _, campaign: written } = detained;
    const { matter: __, ...words } = written;
    expect(campaign).toMatchObject(words);
    expect(await campaignById(at(later(by.now, days(1))), campaign?.id ?? "")).toEqual(campaign);
  });

  it("say how each target is reached", async () => {
    const campaign = await campaignBySlug(by, "detained");
    if (!campaign) throw new Error("no campaign");
    const shown = await publicCampaignOf(by, campaign, { confirmed: 0, asOf: by.now, places: [] });
    expect(shown.targets.map((target) => target.via)).toEqual(["my-representative", "my-senators", "email"]);
    expect(shown.needsPostalCode).toBe(true);
    expect(shown).not.toHaveProperty("id");
  });

  it("begin without a signature, each marked, each for the same ninety days", async () => {
    for (const { slug } of await openCampaigns(by)) {
      const campaign = await campaignBySlug(by, slug);
      if (!campaign) throw new Error("no campaign");
      expect(campaign).toMatchObject({ isDemo: true, closedAt: null });
      expect(campaignState(campaign, later(by.now, days(89)))).toBe("open");
      expect(campaignState(campaign, later(by.now, days(91)))).toBe("closed");
    }
  });

  it("tell a company a number, and an office with a letter how it goes", async () => {
    const vias = async (slug: string) => {
      const campaign = await campaignBySlug(by, slug);
      if (!campaign) throw new Error("no campaign");
      const { targets } = await publicCampaignOf(by, campaign, { confirmed: 0, asOf: by.now, places: [] });
      return targets.map((target) => target.via);
    };
    expect(await vias("bp")).toEqual(["count"]);
    expect(await vias("sanctions")).toEqual(["email", "email"]);
    expect(await vias("prisoners")).toEqual(["email"]);
  });
});

describe("a campaign by its slug", () => {
  it("is nothing where it is unknown, ill-formed or not published", async () => {
    const { campaign } = detained;
    const draft = { ...campaign, slug: "not-yet", opensAt: null, closesAt: null, closedAt: null };
    await transaction((tx) => addCampaign(tx, by, { ...draft, publishedAt: null }));
    await transaction((tx) => addCampaign(tx, by, { ...draft, slug: "later", publishedAt: later(by.now, days(1)) }));
    for (const slug of ["nothing-here", "Detained", "../x", "", "not-yet", "later"]) {
      expect(await campaignBySlug(by, slug)).toBeNull();
    }
    expect(await campaignBySlug(at(later(by.now, days(2))), "later")).toMatchObject({ slug: "later" });
  });

  it("is added once", async () => {
    const draft = { ...detained.campaign, opensAt: null, closesAt: null, publishedAt: by.now, closedAt: null };
    expect(await transaction((tx) => addCampaign(tx, by, draft))).toBeNull();
  });
});
