import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { templatesOf } from "#app/features/letters/templates-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { days, later, minutes, seconds } from "#app/lib/time.ts";
import { setAccount } from "#app/features/accounts/set-account.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { campaignBySlug, openCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignReadiness } from "#app/features/campaigns/campaign-readiness.server.ts";
import { campaignState } from "#app/features/campaigns/campaign.ts";
import { closeCampaign } from "#app/features/campaigns/close-campaign.server.ts";
import { createCampaign, duplicateCampaign } from "#app/features/campaigns/create-campaign.server.ts";
import type { EditedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { editedCampaign, revisionOf } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { addRevision } from "#app/features/campaigns/internal/add-revision.server.ts";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { partDigest } from "#app/features/campaigns/part-digest.server.ts";
import { publishCampaign } from "#app/features/campaigns/publish-campaign.server.ts";
import { isReady } from "#app/features/campaigns/readiness.ts";
import { restoreRevision } from "#app/features/campaigns/restore-revision.server.ts";
import { savePart } from "#app/features/campaigns/save-part.server.ts";

const now = new Date("2026-11-24T12:00:00Z");
const ids = { ann: newId(now), ben: newId(now) };
const as = (name: keyof typeof ids, ms = 0): By => ({ actor: "organizer", accountId: ids[name], now: later(now, ms) });
const by = as("ann");

beforeAll(async () => {
  const operator: By = { actor: "operator", now };
  await loadDirectory(operator);
  await loadDemo(operator);
  await transaction(async (tx) => {
    for (const [name, id] of Object.entries(ids))
      await setAccount(tx, operator, { id, email: `${name}@example.org`, name, role: "organizer", passwordHash: "x" });
  });
});

async function edited(id: string): Promise<EditedCampaign> {
  const found = await editedCampaign(by, id);
  if (!found) throw new Error("no campaign");
  return found;
}

async function idOf(slug: string | null): Promise<string> {
  return (await campaignIdOf(by, slug ?? "")) ?? "";
}

/** Saves a change of what is stored now. */
async function change<P extends DocumentPart>(id: string, part: P, given: Partial<CampaignDocument[P]>, who = by) {
  const { document } = await edited(id);
  const value = { ...document[part], ...given } as CampaignDocument[P];
  return savePart(who, { campaignId: id, part, value, readDigest: partDigest(document, part) });
}

/** A campaign that is ready to be published: the words of a demonstration under its own title. */
async function ready(title: string): Promise<string> {
  const id = await idOf(await duplicateCampaign(by, await idOf("detained"), title));
  return id;
}

async function publish(id: string, who = by) {
  const { standing, revision } = await edited(id);
  return publishCampaign(who, { campaignId: id, revision: revision?.number ?? 0, version: standing.version });
}

describe("a campaign from nothing", () => {
  it("begins with a template, seen by nobody else, and two of one title have addresses of their own", async () => {
    const given = { kind: "resolution", title: "Ask for their return", isEmpty: false } as const;
    const slugs = await Promise.all([createCampaign(by, given), createCampaign(by, given)]);
    expect(slugs.toSorted()).toEqual(["ask-for-their-return", "ask-for-their-return-2"]);
    expect(await campaignBySlug(by, slugs[0] ?? "")).toBeNull();
    const found = await edited(await idOf(slugs[0]));
    expect(found.document.story).toMatchObject({ title: given.title, slug: slugs[0] });
    expect(isReady(await campaignReadiness(by, found))).toBe(false);
    expect(await publish(await idOf(slugs[0]))).toMatchObject({ outcome: "not-ready" });
    expect(await campaignBySlug(by, slugs[0] ?? "")).toBeNull();
  });

  it("begins with what another one says, with dates of its own", async () => {
    const { document } = await edited(await ready("A copy"));
    expect(document.story).toMatchObject({ title: "A copy", slug: "a-copy" });
    expect(document.dates).toMatchObject({ opens: null, closes: null });
    expect(document.letters.variants).toHaveLength(4);
  });
});

describe("two people who edit", () => {
  it("lose no word: the same part saved in between is shown, another part is nobody's matter", async () => {
    const id = await ready("Two people");
    const { document } = await edited(id);
    const readDigest = partDigest(document, "story");
    const mine = { ...document.story, summary: "Ann's words." };
    await change(id, "dates", { goal: 77 }, as("ben"));
    expect(await savePart(by, { campaignId: id, part: "story", value: mine, readDigest })).toMatchObject({
      outcome: "saved",
      revision: 3,
    });
    const bens = { ...document.story, summary: "Ben's words." };
    const refused = await savePart(as("ben"), { campaignId: id, part: "story", value: bens, readDigest });
    expect(refused).toMatchObject({ outcome: "conflict", theirs: { number: 3, authorId: ids.ann } });
    const after = await edited(id);
    expect(after.document.story.summary).toBe("Ann's words.");
    expect(after.document.dates.goal).toBe(77);
    if (refused.outcome !== "conflict") throw new Error("no conflict");
    const again = await savePart(as("ben"), { campaignId: id, part: "story", value: bens, readDigest: refused.digest });
    expect(again).toMatchObject({ outcome: "saved", revision: 5 });
    // What was refused is kept too.
    expect((await revisionOf(by, id, 4))?.document.story.summary).toBe("Ben's words.");
    expect((await revisionOf(by, id, 3))?.document.story.summary).toBe("Ann's words.");
  });

  it("of many who save one part at once, one does", async () => {
    const id = await ready("Many at once");
    const { document } = await edited(id);
    const readDigest = partDigest(document, "asks");
    const saves = Array.from({ length: 6 }, (_, n) =>
      savePart(as(n % 2 ? "ann" : "ben"), {
        campaignId: id,
        part: "asks",
        value: { ...document.asks, askIntro: `${n}` },
        readDigest,
      }),
    );
    const outcomes = (await Promise.all(saves)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual([...Array(5).fill("conflict"), "saved"]);
  });

  it("saves by themselves within some minutes are one revision; one that somebody pressed stays", async () => {
    const id = await ready("By itself");
    const auto = async (summary: string, ms: number) => {
      const { document } = await edited(id);
      const value = { ...document.story, summary };
      return savePart(as("ann", ms), {
        campaignId: id,
        part: "story",
        value,
        readDigest: partDigest(document, "story"),
        auto: true,
      });
    };
    await auto("One", seconds(1));
    await auto("One two", seconds(20));
    await auto("One two three", minutes(6));
    const numbers = await sql(
      "test-revisions",
      `select "number" from "CampaignRevision" where "campaignId" = $1 order by "number"`,
      [id],
      z.object({ number: z.number() }),
    );
    expect(numbers.map(({ number }) => number)).toEqual([1, 3, 4]);
    expect((await auto("One two three", minutes(7))).outcome).toBe("unchanged");
    expect(await restoreRevision(as("ben", minutes(8)), id, 3)).toBe(5);
    expect((await edited(id)).document.story.summary).toBe("One two");
  });
});

describe("publishing", () => {
  it("shows readers what was written, and nothing that was written after it", async () => {
    const id = await ready("Made public");
    await change(id, "story", { story: "Once.[^1] <script>alert(1)</script>" });
    expect(await publish(id)).toEqual({ outcome: "published", slug: "made-public" });
    await change(id, "story", { summary: "Not yet." });
    await change(id, "letters", { common: "Not yet." });
    const shown = await campaignBySlug(by, "made-public");
    expect(shown).toMatchObject({ title: "Made public", changedAt: null, isDemo: false });
    expect(shown?.summary).not.toBe("Not yet.");
    expect((await templatesOf(by, id, "en")).common.text).not.toBe("Not yet.");
    expect((await openCampaigns(by)).map(({ slug }) => slug)).toContain("made-public");
  });

  it("of two who press at once one does it, and the other is told who", async () => {
    const id = await ready("Pressed twice");
    const outcomes = await Promise.all([publish(id, as("ann")), publish(id, as("ben"))]);
    const other = outcomes.find(({ outcome }) => outcome === "overtaken");
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["overtaken", "published"]);
    const { standing } = await edited(id);
    expect(other).toEqual({ outcome: "overtaken", by: standing.publishedBy });
  });

  it("refuses what was rewritten after it was read", async () => {
    const id = await ready("Rewritten");
    const { standing, revision } = await edited(id);
    await change(id, "story", { summary: "Changed by Ben." }, as("ben"));
    const read = { campaignId: id, revision: revision?.number ?? 0, version: standing.version };
    expect(await publishCampaign(by, read)).toEqual({ outcome: "rewritten" });
    expect(await campaignBySlug(by, "rewritten")).toBeNull();
  });

  it("what is saved in the very moment of publishing leaves the campaign as it was", async () => {
    const id = await ready("Saved meanwhile");
    const { standing, document, revision } = await edited(id);
    let pressed: ReturnType<typeof publishCampaign> | undefined;
    await transaction(async (tx) => {
      await tx.sql("test-hold", `select 1 from "Campaign" where "id" = $1 for update`, [id], none);
      await addRevision(tx, as("ben"), { campaignId: id, document, part: "story" });
      pressed = publishCampaign(by, { campaignId: id, revision: revision?.number ?? 0, version: standing.version });
      const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await vi.waitUntil(async () => (await sql("test-waiting", waiting, [], none)).length > 0);
    });
    expect(await pressed).toEqual({ outcome: "rewritten" });
    expect((await edited(id)).standing).toMatchObject({
      publishedAt: null,
      published: null,
      version: standing.version,
    });
  });

  it("fault 24: opens and closes at the instants that its zone's clocks meant", async () => {
    const id = await ready("At its time");
    await change(id, "dates", {
      timeZone: "Asia/Yerevan",
      opens: { day: "2026-12-01", time: "09:00" },
      closes: { day: "2026-12-31", time: "" },
    });
    await publish(id);
    const at = async (instant: string) => {
      const who = { ...by, now: new Date(instant) };
      const found = await campaignBySlug(who, "at-its-time");
      return found && campaignState(found, who.now);
    };
    expect(await at("2026-12-01T04:59:59.999Z")).toBe("scheduled");
    expect(await at("2026-12-01T05:00:00Z")).toBe("open");
    expect(await at("2026-12-31T19:59:59.999Z")).toBe("open");
    expect(await at("2026-12-31T20:00:00Z")).toBe("closed");
  });

  it("fault 14: a changed letter is a new version, an audience that is left out gets none, and the page says when", async () => {
    const id = await ready("Changed later");
    await publish(id);
    const first = await templatesOf(by, id, "en");
    const { document } = await edited(id);
    const variants = document.letters.variants.filter(({ audience }) => audience !== "executive");
    const targets = document.targets.targets.filter(({ rule }) => rule.kind !== "offices");
    await change(id, "targets", { targets });
    await change(id, "letters", { common: "Another text.", variants });
    const later2 = as("ann", days(1));
    expect(await publish(id, later2)).toMatchObject({ outcome: "published" });
    const second = await templatesOf(later2, id, "en");
    expect(second.common.text).toBe("Another text.");
    expect(second.variants.map(({ audience }) => audience)).not.toContain("executive");
    const kept = await sql(
      "test-template",
      `select "text" from "LetterTemplate" where "id" = $1`,
      [first.common.id],
      z.object({ text: z.string() }),
    );
    expect(kept).toEqual([{ text: first.common.text }]);
    expect(await campaignBySlug(later2, "changed-later")).toMatchObject({ changedAt: later2.now });
  });

  it("leaves out words that were only begun, where no letter is written with them", async () => {
    const id = await ready("Only counts");
    const begun = { audience: "company", act: "", subject: "", summary: "", text: "" };
    const { variants } = (await edited(id)).document.letters;
    await change(id, "letters", { variants: [...variants, begun] });
    expect(await publish(id)).toMatchObject({ outcome: "published" });
    await change(id, "letters", { hasLetters: false, variants: [{ ...begun, text: "{{ writer." }] });
    expect(await publish(id)).toMatchObject({ outcome: "published" });
  });

  it("keeps an earlier address, and lets nobody else have it", async () => {
    const id = await ready("Old address");
    await publish(id);
    await change(id, "story", { slug: "new-address" });
    expect(await publish(id)).toEqual({ outcome: "published", slug: "new-address" });
    expect(await campaignBySlug(by, "new-address")).toMatchObject({ movedTo: null });
    expect(await campaignBySlug(by, "old-address")).toMatchObject({ slug: "old-address", movedTo: "new-address" });
    const other = await ready("Another one");
    expect(await change(other, "story", { slug: "old-address" })).toEqual({ outcome: "slug-taken" });
    expect(await change(other, "story", { slug: "detained" })).toEqual({ outcome: "slug-taken" });
    await change(id, "story", { slug: "old-address" });
    expect(await publish(id)).toEqual({ outcome: "published", slug: "old-address" });
    expect(await campaignBySlug(by, "old-address")).toMatchObject({ movedTo: null });
    expect(await campaignBySlug(by, "new-address")).toMatchObject({ movedTo: "old-address" });
  });

  it("publishes an edited demonstration as what it is", async () => {
    const id = await idOf("bp");
    expect((await edited(id)).revision).toBeNull();
    await change(id, "story", { summary: "Said anew." });
    expect(await publish(id)).toMatchObject({ outcome: "published" });
    expect(await campaignBySlug(by, "bp")).toMatchObject({ summary: "Said anew.", isDemo: true, changedAt: null });
  });
});

describe("closing", () => {
  it("says what became of it, once; the page stays and nothing is published any more", async () => {
    const id = await ready("Ended");
    await publish(id);
    const { standing } = await edited(id);
    const closing = { campaignId: id, version: standing.version, outcome: "won", note: "They are home." } as const;
    const at = as("ann", days(2));
    expect((await Promise.all([closeCampaign(at, closing), closeCampaign(at, closing)])).toSorted()).toEqual([
      "closed",
      "overtaken",
    ]);
    const page = await campaignBySlug(at, "ended");
    expect(page).toMatchObject({ outcome: "won", outcomeNote: "They are home.", closedAt: at.now });
    expect(page && campaignState(page, at.now)).toBe("closed");
    await change(id, "story", { summary: "After." });
    expect(await publish(id, at)).toEqual({ outcome: "closed" });
    const audit = await sql(
      "test-audit",
      `select "action", "actorId" from "AuditEvent" where "subjectId" = $1 order by "id"`,
      [id],
      z.object({ action: z.string(), actorId: z.string() }),
    );
    const actions = ["campaign-created", "campaign-published", "campaign-closed"];
    expect(
      audit
        .filter(({ action }) => actions.includes(action))
        .map(({ action }) => action)
        .toSorted(),
    ).toEqual(actions.toSorted());
    expect(audit.every(({ actorId }) => actorId === ids.ann)).toBe(true);
  });

  it("is nothing for a campaign that readers never saw", async () => {
    const id = await ready("Never seen");
    const { standing } = await edited(id);
    expect(await closeCampaign(by, { campaignId: id, version: standing.version, outcome: "lapsed", note: "" })).toBe(
      "overtaken",
    );
  });
});
