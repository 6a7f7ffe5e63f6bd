import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { changeRole } from "#app/features/accounts/change-role.server.ts";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { removeAccount } from "#app/features/accounts/remove-account.server.ts";
import { saveOrganization } from "#app/features/accounts/save-organization.server.ts";
import { setAccount } from "#app/features/accounts/set-account.server.ts";
import { setMemberships } from "#app/features/accounts/set-memberships.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { days, hours, later, minutes } from "#app/lib/time.ts";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { closeCampaign } from "#app/features/campaigns/close-campaign.server.ts";
import { duplicateCampaign } from "#app/features/campaigns/create-campaign.server.ts";
import {
  approvePublishing,
  declinePublishing,
  publishDue,
  takeBackPublishing,
} from "#app/features/campaigns/decide-publishing.server.ts";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { loadDemo } from "#app/features/campaigns/load-demo.server.ts";
import { organizedCampaigns } from "#app/features/campaigns/organized-campaigns.server.ts";
import { partDigest } from "#app/features/campaigns/part-digest.server.ts";
import { publishCampaign } from "#app/features/campaigns/publish-campaign.server.ts";
import { publishingOf } from "#app/features/campaigns/publish-request-of.server.ts";
import { savePart } from "#app/features/campaigns/save-part.server.ts";

const now = new Date("2026-11-24T12:00:00Z");
const ids = { ann: newId(now), ben: newId(now), cleo: newId(now), root: newId(now) };
type Name = keyof typeof ids;
const operator: By = { actor: "operator", now };
const as = (name: Name, ms = 0): By => ({
  actor: name === "root" ? "admin" : "organizer",
  accountId: ids[name],
  now: later(now, ms),
});
const worker = (ms: number): By => ({ actor: "worker", now: later(now, ms) });
const never = new AbortController().signal;

beforeAll(async () => {
  await loadDirectory(operator);
  await loadDemo(operator);
});

/** Everybody is who they are again, and the organization wants a second person. */
beforeEach(async () => {
  await transaction(async (tx) => {
    for (const [name, id] of Object.entries(ids)) {
      const role = name === "root" ? "admin" : "organizer";
      await setAccount(tx, operator, { id, email: `${name}@example.org`, name, role, passwordHash: "x" });
    }
  });
  await sql("test-back", `update "User" set "removedAt" = null`, [], none);
  await wantSecondPerson(true);
});

async function wantSecondPerson(secondPerson: boolean): Promise<void> {
  await saveOrganization(as("root"), {
    ...(await organizationForm(operator)),
    secondPerson,
    file: null,
    dropsPicture: false,
  });
}

async function idOf(slug: string): Promise<string> {
  return (await campaignIdOf(operator, slug)) ?? "";
}

async function edited(id: string) {
  const found = await editedCampaign(operator, id);
  if (!found) throw new Error("no campaign");
  return found;
}

/** A campaign of these people, ready to be published. */
async function ready(title: string, ...people: Name[]): Promise<string> {
  const id = await idOf((await duplicateCampaign(as("ann"), await idOf("detained"), title)) ?? "");
  for (const name of Object.keys(ids) as Name[]) {
    if (name !== "root") await setMemberships(operator, ids[name], people.includes(name) ? [id] : []);
  }
  return id;
}

async function write(id: string, summary: string, who: By) {
  const { document } = await edited(id);
  const value = { ...document.story, summary };
  await savePart(who, { campaignId: id, part: "story", value, readDigest: partDigest(document, "story") });
}

async function press(id: string, who: By) {
  const { standing, revision } = await edited(id);
  return publishCampaign(who, { campaignId: id, revision: revision?.number ?? 0, version: standing.version });
}

async function requestOf(id: string, who: By) {
  const { request } = await publishingOf(who, await edited(id));
  if (!request) throw new Error("nothing was asked");
  return request;
}

async function ask(id: string, who: By) {
  const done = await press(id, who);
  if (done.outcome !== "asked") throw new Error(done.outcome);
  return { publishAt: done.publishAt, asked: { campaignId: id, request: (await requestOf(id, who)).id } };
}

const isPublic = async (slug: string) => (await campaignBySlug(as("ann", days(9)), slug)) !== null;

async function auditOf(id: string) {
  return sql(
    "test-audit",
    `select "action", "actorKind" as "kind", "change" from "AuditEvent"
     where "subjectId" = $1 and "action" ~ '^(publishing|campaign-published|organization)' order by "id"`,
    [id],
    z.object({ action: z.string(), kind: z.string(), change: z.record(z.string(), z.unknown()) }),
  );
}

describe("where the organization wants a second person", () => {
  it("pressing asks, another one approves, and just that revision is published; every step is on record", async () => {
    const id = await ready("Asked for", "ann", "ben");
    const { publishAt, asked } = await ask(id, as("ann"));
    expect([publishAt, await isPublic("asked-for")]).toEqual([null, false]);
    expect(await press(id, as("ann", minutes(1)))).toEqual({ outcome: "asked", publishAt: null });
    expect((await requestOf(id, as("ann"))).id).toBe(asked.request);
    expect(await approvePublishing(as("ann"), asked)).toEqual({ outcome: "own" });
    const list = await organizedCampaigns(as("ben"), [id]);
    expect(list.map(({ askedById }) => askedById)).toEqual([ids.ann]);
    expect(await approvePublishing(as("ben", hours(1)), asked)).toEqual({ outcome: "published", slug: "asked-for" });
    expect((await edited(id)).standing).toMatchObject({
      published: 1,
      publishedBy: ids.ann,
      publishedAt: as("ann", hours(1)).now,
    });
    expect((await organizedCampaigns(as("ben"), [id])).map(({ askedById }) => askedById)).toEqual([null]);
    expect(await auditOf(id)).toEqual([
      {
        action: "publishing-asked",
        kind: "organizer",
        change: { request: { from: null, to: "open" }, revision: { from: null, to: 1 }, publishAt: null },
      },
      {
        action: "publishing-decided",
        kind: "organizer",
        change: { request: { from: "open", to: "published" }, revision: 1, askedById: ids.ann, publishAt: null },
      },
      {
        action: "campaign-published",
        kind: "organizer",
        change: {
          revision: { from: null, to: 1 },
          slug: { from: "asked-for", to: "asked-for" },
          askedById: ids.ann,
          approvedById: ids.ben,
        },
      },
    ]);
  });

  it("holds for changes of what readers see, and admins approve too", async () => {
    const id = await ready("Changed later", "ann");
    await approvePublishing(as("root"), (await ask(id, as("ann"))).asked);
    await write(id, "Said anew.", as("ann"));
    const { asked } = await ask(id, as("ann"));
    expect((await campaignBySlug(as("ann"), "changed-later"))?.summary).not.toBe("Said anew.");
    await approvePublishing(as("root", 1), asked);
    expect((await campaignBySlug(as("ann", days(1)), "changed-later"))?.summary).toBe("Said anew.");
  });

  it("of two who approve at once one publishes, and the other is told", async () => {
    const id = await ready("Approved twice", "ann", "ben", "cleo");
    const { asked } = await ask(id, as("ann"));
    const done = await Promise.all([
      approvePublishing(as("ben"), asked),
      approvePublishing(as("cleo"), asked),
      approvePublishing(as("root"), asked),
    ]);
    expect(done.map(({ outcome }) => outcome).toSorted()).toEqual(["overtaken", "overtaken", "published"]);
    expect((await edited(id)).standing.version).toBe(2);
  });

  it("what was written since is asked for anew, by anybody", async () => {
    const id = await ready("Rewritten since", "ann", "ben");
    const { asked } = await ask(id, as("ann"));
    await write(id, "By Ben.", as("ben"));
    expect(await requestOf(id, as("ben"))).toMatchObject({ state: "open", stale: "rewritten" });
    expect((await organizedCampaigns(as("ben"), [id])).map(({ askedById }) => askedById)).toEqual([null]);
    expect(await approvePublishing(as("ben"), asked)).toEqual({ outcome: "rewritten" });
    expect([await isPublic("rewritten-since"), (await requestOf(id, as("ann"))).state]).toEqual([false, "rewritten"]);
    const again = await ask(id, as("ben", 1));
    expect(await approvePublishing(as("ann"), again.asked)).toMatchObject({ outcome: "published" });
  });

  it("is declined with a reason that its asker reads, taken back by its asker alone, and asked for again", async () => {
    const id = await ready("Declined", "ann", "ben");
    const first = await ask(id, as("ann"));
    expect(await takeBackPublishing(as("ben"), first.asked)).toBe(false);
    expect(await declinePublishing(as("ann"), first.asked, "Mine.")).toBe(false);
    expect(await declinePublishing(as("ben"), first.asked, "No source.")).toBe(true);
    expect(await requestOf(id, as("ann"))).toMatchObject({ state: "declined", decidedBy: "ben", reason: "No source." });
    const second = await ask(id, as("ann", 1));
    expect(await takeBackPublishing(as("ann"), second.asked)).toBe(true);
    expect(await approvePublishing(as("ben"), second.asked)).toEqual({ outcome: "overtaken", by: null });
    expect(await isPublic("declined")).toBe(false);
    const changes = (await auditOf(id)).map(({ change }) => (change.request as { to: string }).to);
    expect(changes).toEqual(["open", "declined", "open", "taken-back"]);
  });

  it.each([
    ["demoted", () => changeRole(as("root"), ids.ann, "staff")],
    ["removed", () => removeAccount(as("root"), ids.ann)],
    ["no longer of the campaign", () => setMemberships(as("root"), ids.ann, [])],
  ])("falls where whoever asked was %s since", async (how, happens) => {
    const slug = `asker-${how.replaceAll(" ", "-")}`;
    const id = await ready(`Asker ${how}`, "ann", "ben");
    const { asked } = await ask(id, as("ann"));
    await happens();
    expect(await requestOf(id, as("ben"))).toMatchObject({ stale: "asker-gone" });
    expect(await approvePublishing(as("ben"), asked)).toEqual({ outcome: "asker-gone" });
    expect([await isPublic(slug), (await requestOf(id, as("ben"))).state]).toEqual([false, "asker-gone"]);
  });

  it("ends with the campaign", async () => {
    const id = await ready("Closed meanwhile", "ann", "ben");
    await approvePublishing(as("ben"), (await ask(id, as("ann"))).asked);
    await write(id, "Too late.", as("ann"));
    const { asked } = await ask(id, as("ann"));
    await closeCampaign(as("ben"), { campaignId: id, version: 2, outcome: "won", note: "" });
    expect(await approvePublishing(as("ben"), asked)).toEqual({ outcome: "overtaken", by: null });
  });

  it("switched off, whoever presses publishes, and what was asked for is replaced; both are on record", async () => {
    const id = await ready("Switched off", "ann", "ben");
    const { asked } = await ask(id, as("ann"));
    await wantSecondPerson(false);
    expect(await press(id, as("ben"))).toMatchObject({ outcome: "published" });
    expect(await approvePublishing(as("root"), asked)).toEqual({ outcome: "overtaken", by: null });
    const last = (await auditOf("self")).at(-1);
    expect(last).toMatchObject({
      action: "organization-saved",
      kind: "admin",
      change: { from: { secondPerson: true }, to: { secondPerson: false } },
    });
  });
});

describe("where nobody else could approve", () => {
  const mails = (id: string) =>
    sql(
      "test-mails",
      `select "onceKey" from "Delivery" where "kind" = 'publishing' and "subjectId" = $1`,
      [id],
      z.object({ onceKey: z.string() }),
    );
  /** Of all who could publish, Root is left. */
  async function alone(title: string): Promise<string> {
    const id = await ready(title);
    return id;
  }

  it("is published a day later, by the worker, and every admin is told; again is nothing", async () => {
    const id = await alone("Alone");
    const { publishAt, asked } = await ask(id, as("root"));
    expect(publishAt).toEqual(later(now, days(1)));
    await press(id, as("root"));
    expect((await mails(id)).map(({ onceKey }) => onceKey)).toEqual([`publishing:${asked.request}:${ids.root}`]);
    await publishDue(worker(days(1) - 1), never);
    expect(await isPublic("alone")).toBe(false);
    await Promise.all([publishDue(worker(days(1)), never), publishDue(worker(days(1)), never)]);
    expect((await edited(id)).standing).toMatchObject({ version: 2, published: 1, publishedBy: ids.root });
    expect((await auditOf(id)).map(({ action, kind }) => [action, kind])).toEqual([
      ["publishing-asked", "admin"],
      ["publishing-decided", "worker"],
      ["campaign-published", "worker"],
    ]);
  });

  it("one that cannot be read keeps no other waiting", async () => {
    const [broken, sound] = [await alone("Unreadable"), await alone("After it")];
    await ask(broken, as("root"));
    await ask(sound, as("root", 1));
    await sql("test-break", `update "CampaignRevision" set "doc" = '{}' where "campaignId" = $1`, [broken], none);
    await publishDue(worker(days(1) + 1), never);
    expect([await isPublic("unreadable"), await isPublic("after-it")]).toEqual([false, true]);
    await sql("test-unbreak", `update "PublishRequest" set "publishAt" = null where "campaignId" = $1`, [broken], none);
  });

  it("can be taken back until then, and falls where something was written or something stops it", async () => {
    const back = await alone("Taken back");
    expect(await takeBackPublishing(as("root"), (await ask(back, as("root"))).asked)).toBe(true);
    const rewritten = await alone("Written meanwhile");
    await ask(rewritten, as("root"));
    await write(rewritten, "Something else.", as("root", hours(2)));
    const stopped = await alone("Stopped meanwhile");
    const { document } = await edited(stopped);
    const value = { ...document.dates, closes: { day: "2026-11-25", time: "06:00" } };
    await savePart(as("root"), {
      campaignId: stopped,
      part: "dates",
      value,
      readDigest: partDigest(document, "dates"),
    });
    await ask(stopped, as("root"));
    await publishDue(worker(days(2)), never);
    const states = [];
    for (const id of [back, rewritten, stopped]) states.push((await requestOf(id, as("root"))).state);
    expect(states).toEqual(["taken-back", "rewritten", "not-ready"]);
    expect(await isPublic("taken-back")).toBe(false);
  });
});
