import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import type { SignedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { readingOnly } from "../../tests/support/reading-only.ts";
import { by, demoCampaign, open, post } from "../../tests/support/routes.ts";
import * as campaignRoute from "./c.$slug._index.tsx";
import * as listRoute from "./organize._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as autosaveRoute from "./organize.c.$slug.autosave.ts";
import * as closeRoute from "./organize.c.$slug.close.tsx";
import * as copyRoute from "./organize.c.$slug.copy.tsx";
import * as previewRoute from "./organize.c.$slug.preview._index.tsx";
import * as previewLettersRoute from "./organize.c.$slug.preview.letters.tsx";
import * as publishRoute from "./organize.c.$slug.publish.tsx";
import * as revisionRoute from "./organize.c.$slug.revisions.$number.tsx";
import * as newRoute from "./organize.new.tsx";
import * as storyPreviewRoute from "./organize.story-preview.ts";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

let ann: SignedInAs;
let ben: SignedInAs;
let stranger: SignedInAs;
let staff: SignedInAs;

beforeAll(async () => {
  const detained = await demoCampaign();
  ann = await signedInAs("organizer", [detained]);
  ben = await signedInAs("organizer", [detained]);
  stranger = await signedInAs("organizer");
  staff = await signedInAs("staff");
});

const at = (slug: string, part = "", who = ann) => ({ params: { slug, part }, cookie: who.cookie });

/** What a part's form holds, as its page shows it: to post again with a change. */
async function formOf(slug: string, part: string, who = ann): Promise<Record<string, string>> {
  const { shown } = await open(partRoute, at(slug, part, who));
  return { ...shown.page.values, read: shown.page.read.digest, revision: `${shown.page.read.revision}` };
}

/** Every place that the template left open, filled in. */
function filled(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, value.replace(/\[(?!\^)[^\]]+\]/g, "so it was")]),
  );
}

describe("an organizer without script", () => {
  it("makes a campaign of a template, fills it in, publishes it, changes it and closes it", async () => {
    const refused = await post(newRoute, { kind: "", title: "" }, { cookie: ann.cookie });
    expect([refused.status, refused.shown.faults.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ["kind", "title"],
    ]);
    const made = await post(
      newRoute,
      { kind: "resolution", title: "Ask for a hearing", template: "" },
      { cookie: ann.cookie },
    );
    expect([made.status, made.location]).toEqual([303, "/organize/c/ask-for-a-hearing/story"]);
    const slug = "ask-for-a-hearing";

    const early = await open(publishRoute, at(slug));
    const { version, revision } = early.shown;
    const tooEarly = await post(publishRoute, { version: `${version}`, revision: `${revision}` }, at(slug));
    expect([tooEarly.status, tooEarly.shown.notice.code]).toEqual([422, "not-ready"]);

    for (const part of ["story", "asks", "targets", "letters"]) {
      const saved = await post(partRoute, filled(await formOf(slug, part)), at(slug, part));
      expect([saved.status, saved.location]).toEqual([303, `/organize/c/${slug}/${part}`]);
    }
    const targets = { ...(await formOf(slug, "targets")), add: "us/exec/state", "targetDrop-2": "on" };
    await post(partRoute, targets, at(slug, "targets"));
    const shown = (await open(partRoute, at(slug, "targets"))).shown.page;
    expect([shown.values["targetRule-1"], shown.values["targetRule-2"]]).toEqual([
      "my-representative",
      "us/exec/state",
    ]);
    expect(shown.targets.targets[0].reach).toMatchObject({ reaches: 437, vacant: 4 });
    const missing = shown.items.filter(({ code }: { code: string }) => code === "letter-none");
    expect(missing.map(({ values }: { values: unknown }) => values)).toEqual([{ audience: "executive", n: 1 }]);
    await post(partRoute, filled(await formOf(slug, "targets")), at(slug, "targets"));
    const letters = await formOf(slug, "letters");
    const row = Object.entries(letters)
      .find(([, value]) => value === "executive")?.[0]
      .split("-")[1];
    for (const column of ["Subject", "Summary", "Text"]) letters[`letter${column}-${row}`] = "Please raise it.";
    await post(partRoute, letters, at(slug, "letters"));

    const ready = (await open(publishRoute, at(slug))).shown;
    expect(ready.items.filter(({ level }: { level: string }) => level === "fault")).toEqual([]);
    const published = await post(
      publishRoute,
      { version: `${ready.version}`, revision: `${ready.revision}` },
      at(slug),
    );
    expect([published.status, published.location]).toEqual([303, `/organize/c/${slug}/publish`]);
    expect((await open(campaignRoute, { params: { slug } })).shown.campaign).toMatchObject({
      title: "Ask for a hearing",
      state: "open",
    });

    const story = await formOf(slug, "story");
    await post(partRoute, { ...story, slug: "a-hearing", summary: "Said anew." }, at(slug, "story"));
    expect((await open(campaignRoute, { params: { slug } })).shown.campaign.summary).not.toBe("Said anew.");
    const again = (await open(publishRoute, at(slug))).shown;
    const changed = await post(publishRoute, { version: `${again.version}`, revision: `${again.revision}` }, at(slug));
    expect(changed.location).toBe("/organize/c/a-hearing/publish");
    const old = await open(campaignRoute, { params: { slug }, url: `/c/${slug}?s=letter-12` }).catch(
      (thrown: Response) => thrown,
    );
    expect([old.status, old.headers.get("location")]).toEqual([301, "/c/a-hearing?s=letter-12"]);

    const { shown: closing } = await open(closeRoute, at("a-hearing"));
    expect(
      (await post(closeRoute, { outcome: "", note: "", version: `${closing.version}` }, at("a-hearing"))).status,
    ).toBe(422);
    const closed = await post(
      closeRoute,
      { outcome: "won", note: "It was heard.", version: `${closing.version}` },
      at("a-hearing"),
    );
    expect(closed.status).toBe(303);
    const page = (await open(campaignRoute, { params: { slug: "a-hearing" } })).shown.campaign;
    expect(page).toMatchObject({ state: "closed", outcome: "won", outcomeNote: "It was heard." });
    const rows = (await open(listRoute, { cookie: ann.cookie })).shown.rows;
    expect(rows.find((one: { slug: string }) => one.slug === "a-hearing")).toMatchObject({
      outcome: "won",
      isChanged: false,
    });
  });

  it("keeps what was typed where it cannot be saved, and says why", async () => {
    const form = await formOf("detained", "dates");
    const refused = await post(partRoute, { ...form, goal: "many", closesDay: "2027-03-14" }, at("detained", "dates"));
    expect(refused.status).toBe(422);
    expect(refused.shown).toMatchObject({
      values: { goal: "many", closesDay: "2027-03-14" },
      faults: [{ field: "goal" }],
    });
    expect(refused.context.refused).toBe(true);
  });

  it("starts from a copy, which is theirs", async () => {
    const copied = await post(copyRoute, { title: "Ann's own" }, at("detained"));
    expect(copied.location).toBe("/organize/c/anns-own/story");
    await expect(open(partRoute, at("anns-own", "story", ben))).rejects.toMatchObject({ status: 404 });
  });
});

describe("two sessions", () => {
  it("lose no word: the second one gets both texts, and going on saves its own", async () => {
    const [annRead, benRead] = [await formOf("detained", "asks"), await formOf("detained", "asks", ben)];
    await post(partRoute, { ...annRead, askIntro: "As Ann says." }, at("detained", "asks"));
    const refused = await post(partRoute, { ...benRead, askIntro: "As Ben says." }, at("detained", "asks", ben));
    expect(refused.status).toBe(409);
    const { conflict, values, digest } = refused.shown;
    expect(values.askIntro).toBe("As Ben says.");
    expect(conflict.by).toBe(ann.name);
    const text = (passages: { kind: string; text: string }[]) =>
      passages.flatMap(({ kind, text: words }) => (kind === "removed" ? [] : [words])).join("");
    expect([text(conflict.mine), text(conflict.theirs)]).toEqual([
      expect.stringContaining("As Ben says."),
      expect.stringContaining("As Ann says."),
    ]);
    const saved = await post(
      partRoute,
      { ...values, askIntro: "As both say.", read: digest },
      at("detained", "asks", ben),
    );
    expect(saved.status).toBe(303);
    const earlier = await open(revisionRoute, { params: { slug: "detained", number: "1" }, cookie: ann.cookie });
    expect(earlier.shown.differences.map(({ part }: { part: string }) => part)).toEqual(["asks"]);
    await post(revisionRoute, {}, { params: { slug: "detained", number: "1" }, cookie: ann.cookie });
    expect((await formOf("detained", "asks")).askIntro).toBe("As Ann says.");
  });

  it("saved by itself, a part hands on what to save against; behind somebody else it stops", async () => {
    const form = await formOf("detained", "story");
    const first = await post(autosaveRoute, { ...form, part: "story", summary: "One." }, at("detained"));
    const { read } = await bodyOf(autosaveRoute, { ...form, part: "story", summary: "One." });
    expect(first.status).toBe(200);
    const second = await post(autosaveRoute, { ...form, part: "story", summary: "One two.", read }, at("detained"));
    expect(second.status).toBe(200);
    const behind = await post(autosaveRoute, { ...form, part: "story", summary: "Ben." }, at("detained", "", ben));
    expect(behind.status).toBe(409);
    expect((await formOf("detained", "story")).summary).toBe("One two.");
  });
});

async function bodyOf(route: typeof autosaveRoute, fields: Record<string, string>): Promise<{ read: string }> {
  const request = new Request("http://localhost/", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie: ann.cookie },
  });
  const context = { network: "192.0.2.1", loopback: false };
  const answer = await route.action({ request, params: { slug: "detained" }, context } as never);
  return answer.json();
}

describe("a preview", () => {
  it("walks as anybody and writes nothing", async () => {
    const walk = (as: string) => readingOnly(() => open(previewLettersRoute, { ...at("detained"), url: `/?as=${as}` }));
    const glendale = (await walk("91205")).shown;
    expect(glendale.found.letters.map(({ name }: { name: string }) => name)).toHaveLength(4);
    const abroad = (await walk("AM")).shown;
    expect(abroad.found.letters.map(({ name }: { name: string }) => name)).toEqual(["The Secretary of State"]);
    expect(abroad.found.letters[0].paragraphs[1].plain).toContain("I write from Armenia.");
    expect((await walk("20001")).shown.found.letters).toHaveLength(2);
    expect((await walk("91206")).shown.found).toMatchObject({ isSplit: true });
    expect((await walk("%3Cscript%3E")).shown.as).toBe("91205");
    const [signatures] = await sql(
      "test-none",
      `select count(*)::int as "n" from "Signature"`,
      [],
      z.object({ n: z.number() }),
    );
    expect(signatures).toEqual({ n: 0 });
  });

  it("fault 31: shows a script in a story as text", async () => {
    const form = await formOf("detained", "story");
    const story = "<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)>";
    await post(partRoute, { ...form, story }, at("detained", "story"));
    const { campaign } = (await open(previewRoute, at("detained"))).shown;
    const live = await storyPreviewRoute.action({
      request: new Request("http://localhost/", {
        method: "POST",
        body: new URLSearchParams({ story }),
        headers: { cookie: ann.cookie },
      }),
      params: {},
      context: { network: "192.0.2.1", loopback: false },
    } as never);
    for (const html of [campaign.story, await live.text()]) {
      expect(html).not.toMatch(/<script|<img|href="javascript/i);
      expect(html).toContain("&lt;script&gt;");
    }
  });
});

describe("fault 40: somebody else's campaign", () => {
  const routes = readdirSync(import.meta.dirname).filter(
    (name) => /^organize\.c\..*\.tsx?$/.test(name) && !name.includes(".test."),
  );

  it.each(routes)("%s is not there for a stranger, nor for staff, and leads nobody in", async (name) => {
    const route = await import(join(import.meta.dirname, name));
    expect(routes.length).toBeGreaterThan(9);
    const params = { slug: "detained", part: "story", number: "1" };
    for (const who of [stranger, staff]) {
      if (route.loader)
        await expect(open(route, { params, cookie: who.cookie })).rejects.toMatchObject({ status: 404 });
      if (route.action)
        await expect(
          post(route, { outcome: "won", version: "1" }, { params, cookie: who.cookie }),
        ).rejects.toMatchObject({ status: 404 });
    }
    if (route.loader) await expect(open(route, { params })).rejects.toMatchObject({ status: 303 });
    if (route.action) await expect(post(route, {}, { params })).rejects.toMatchObject({ status: 401 });
  });

  it("stands in nobody else's list", async () => {
    expect((await open(listRoute, { cookie: stranger.cookie })).shown.rows).toEqual([]);
    expect(await campaignIdOf(by(), "detained")).not.toBeNull();
  });
});
