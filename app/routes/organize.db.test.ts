import { beforeAll, describe, expect, it } from "vitest";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, filled, formOf, organizers } from "../../tests/support/organizers.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as listRoute from "./organize._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as closeRoute from "./organize.c.$slug.close.tsx";
import * as publishRoute from "./organize.c.$slug.publish._index.tsx";
import * as newRoute from "./organize.new.tsx";
import * as campaignRoute from "./c.$slug._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let ann: Cast["ann"];
beforeAll(async () => {
  ({ ann } = await organizers());
});

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

    const early = await open(publishRoute, at(ann, slug));
    const { version, revision } = early.shown;
    const tooEarly = await post(publishRoute, { version: `${version}`, revision: `${revision}` }, at(ann, slug));
    expect([tooEarly.status, tooEarly.shown.notice.code]).toEqual([422, "not-ready"]);

    for (const part of ["story", "asks", "targets", "letters"]) {
      const saved = await post(partRoute, filled(await formOf(ann, slug, part)), at(ann, slug, part));
      expect([saved.status, saved.location]).toEqual([303, `/organize/c/${slug}/${part}`]);
    }
    const targets = { ...(await formOf(ann, slug, "targets")), add: "us/exec/state", "targetDrop-2": "on" };
    await post(partRoute, targets, at(ann, slug, "targets"));
    const shown = (await open(partRoute, at(ann, slug, "targets"))).shown.page;
    expect([shown.values["targetRule-1"], shown.values["targetRule-2"]]).toEqual([
      "my-representative",
      "us/exec/state",
    ]);
    expect(shown.targets.targets[0].reach).toMatchObject({ reaches: 437, vacant: 4 });
    const missing = shown.items.filter(({ code }: { code: string }) => code === "letter-none");
    expect(missing.map(({ values }: { values: unknown }) => values)).toEqual([{ audience: "executive", n: 1 }]);
    await post(partRoute, filled(await formOf(ann, slug, "targets")), at(ann, slug, "targets"));
    const letters = await formOf(ann, slug, "letters");
    const row = Object.entries(letters)
      .find(([, value]) => value === "executive")?.[0]
      .split("-")[1];
    for (const column of ["Subject", "Summary", "Text"]) letters[`letter${column}-${row}`] = "Please raise it.";
    await post(partRoute, letters, at(ann, slug, "letters"));

    const ready = (await open(publishRoute, at(ann, slug))).shown;
    expect(ready.items.filter(({ level }: { level: string }) => level === "fault")).toEqual([]);
    const published = await post(
      publishRoute,
      { version: `${ready.version}`, revision: `${ready.revision}` },
      at(ann, slug),
    );
    expect([published.status, published.location]).toEqual([303, `/organize/c/${slug}/publish`]);
    expect((await open(campaignRoute, { params: { slug } })).shown.campaign).toMatchObject({
      title: "Ask for a hearing",
      state: "open",
    });

    const story = await formOf(ann, slug, "story");
    await post(partRoute, { ...story, slug: "a-hearing", summary: "Said anew." }, at(ann, slug, "story"));
    expect((await open(campaignRoute, { params: { slug } })).shown.campaign.summary).not.toBe("Said anew.");
    const again = (await open(publishRoute, at(ann, slug))).shown;
    const changed = await post(
      publishRoute,
      { version: `${again.version}`, revision: `${again.revision}` },
      at(ann, slug),
    );
    expect(changed.location).toBe("/organize/c/a-hearing/publish");
    const old = await open(campaignRoute, { params: { slug }, url: `/c/${slug}?s=letter-12` }).catch(
      (thrown: Response) => thrown,
    );
    expect([old.status, old.headers.get("location")]).toEqual([301, "/c/a-hearing?s=letter-12"]);

    const { shown: closing } = await open(closeRoute, at(ann, "a-hearing"));
    expect(
      (await post(closeRoute, { outcome: "", note: "", version: `${closing.version}` }, at(ann, "a-hearing"))).status,
    ).toBe(422);
    const closed = await post(
      closeRoute,
      { outcome: "won", note: "It was heard.", version: `${closing.version}` },
      at(ann, "a-hearing"),
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
    const form = await formOf(ann, "detained", "dates");
    const refused = await post(
      partRoute,
      { ...form, goal: "many", closesDay: "2027-03-14" },
      at(ann, "detained", "dates"),
    );
    expect(refused.status).toBe(422);
    expect(refused.shown).toMatchObject({
      values: { goal: "many", closesDay: "2027-03-14" },
      faults: [{ field: "goal" }],
    });
    expect(refused.context.refused).toBe(true);
  });
});
