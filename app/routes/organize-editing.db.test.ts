import { beforeAll, describe, expect, it } from "vitest";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as listRoute from "./organize._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as autosaveRoute from "./organize.c.$slug.autosave.ts";
import * as closeRoute from "./organize.c.$slug.close.tsx";
import * as copyRoute from "./organize.c.$slug.copy.tsx";
import * as revisionRoute from "./organize.c.$slug.revisions.$number.tsx";
import * as storyPreviewRoute from "./organize.c.$slug.story-preview.ts";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let ann: Cast["ann"];
let ben: Cast["ben"];
let stranger: Cast["stranger"];
let staff: Cast["staff"];
beforeAll(async () => {
  ({ ann, ben, stranger, staff } = await organizers());
});

describe("two sessions", () => {
  it("lose no word: the second one gets both texts, and going on saves its own", async () => {
    const [annRead, benRead] = [await formOf(ann, "detained", "asks"), await formOf(ben, "detained", "asks")];
    await post(partRoute, { ...annRead, askIntro: "As Ann says." }, at(ann, "detained", "asks"));
    const refused = await post(partRoute, { ...benRead, askIntro: "As Ben says." }, at(ben, "detained", "asks"));
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
      at(ben, "detained", "asks"),
    );
    expect(saved.status).toBe(303);
    const earlier = await open(revisionRoute, { params: { slug: "detained", number: "1" }, cookie: ann.cookie });
    expect(earlier.shown.differences.map(({ part }: { part: string }) => part)).toEqual(["asks"]);
    await post(revisionRoute, {}, { params: { slug: "detained", number: "1" }, cookie: ann.cookie });
    expect((await formOf(ann, "detained", "asks")).askIntro).toBe("As Ann says.");
  });

  it("saved by itself, a part hands on what to save against; behind somebody else it stops", async () => {
    const form = await formOf(ann, "detained", "story");
    const first = await post(autosaveRoute, { ...form, part: "story", summary: "One." }, at(ann, "detained"));
    const { read } = await bodyOf(autosaveRoute, { ...form, part: "story", summary: "One." });
    expect(first.status).toBe(200);
    const second = await post(
      autosaveRoute,
      { ...form, part: "story", summary: "One two.", read },
      at(ann, "detained"),
    );
    expect(second.status).toBe(200);
    const behind = await post(autosaveRoute, { ...form, part: "story", summary: "Ben." }, at(ben, "detained"));
    expect(behind.status).toBe(409);
    expect((await formOf(ann, "detained", "story")).summary).toBe("One two.");
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

it("what no form of ours sends is answered like anything else that cannot be saved", async () => {
  const form = await formOf(ann, "detained", "dates");
  const stale = { ...form, goal: "4321", read: "stale" };
  for (const revision of ["1e300", "1.5", "-1"]) {
    const refused = await post(partRoute, { ...stale, revision }, at(ann, "detained", "dates"));
    expect([refused.status, refused.shown.values.goal]).toEqual([409, "4321"]);
  }
  const close = { outcome: "won", note: "" };
  for (const version of ["99999999999", "1.5", "first"])
    expect((await post(closeRoute, { ...close, version }, at(ann, "detained"))).status).toBe(409);
});

it("a list that is full takes no more, and keeps what it has", async () => {
  const { read, revision } = await formOf(ann, "detained", "targets");
  const full = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [
      [`targetRule-${n + 1}`, "us/exec/state"],
      [`targetName-${n + 1}`, `${n + 1}`],
    ]).flat(),
  );
  const posted = { ...full, read, revision, add: "my-senators" };
  expect((await post(partRoute, posted, at(ann, "detained", "targets"))).status).toBe(303);
  expect((await formOf(ann, "detained", "targets"))["targetName-30"]).toBe("30");
});

it("what a script posts to leads, opened by its address, to the page of the script", async () => {
  const { shown, ...autosave } = await open(autosaveRoute, at(ann, "detained"));
  expect([shown, autosave.location]).toEqual([null, "/organize/c/detained/story"]);
  expect((await open(storyPreviewRoute, at(ann, "detained"))).location).toBe("/organize/c/detained/story");
  await expect(open(autosaveRoute, at(stranger, "detained"))).rejects.toMatchObject({ status: 404 });
  await expect(open(storyPreviewRoute, at(staff, "detained"))).rejects.toMatchObject({ status: 404 });
});

it("fault 40: a campaign stands in nobody else's list, and its parts are nobody else's", async () => {
  expect((await open(listRoute, { cookie: stranger.cookie })).shown.rows).toEqual([]);
  for (const who of [stranger, staff])
    await expect(open(partRoute, at(who, "detained", "letters"))).rejects.toMatchObject({ status: 404 });
});

it("starts from a copy, which is theirs", async () => {
  const copied = await post(copyRoute, { title: "Ann's own" }, at(ann, "detained"));
  expect(copied.location).toBe("/organize/c/anns-own/story");
  await expect(open(partRoute, at(ben, "anns-own", "story"))).rejects.toMatchObject({ status: 404 });
});
