import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sql } from "#app/lib/db.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { readingOnly } from "../../tests/support/reading-only.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as previewRoute from "./organize.c.$slug.preview._index.tsx";
import * as previewLettersRoute from "./organize.c.$slug.preview.letters.tsx";
import * as storyPreviewRoute from "./organize.c.$slug.story-preview.ts";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let ann: Cast["ann"];
beforeAll(async () => {
  ({ ann } = await organizers());
});

describe("a preview", () => {
  it("walks as anybody and writes nothing", async () => {
    const walk = (as: string) =>
      readingOnly(() => open(previewLettersRoute, { ...at(ann, "detained"), url: `/?as=${as}` }));
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

  it("shows a source whose day means nothing without it", async () => {
    const form = await formOf(ann, "detained", "story");
    await post(partRoute, { ...form, "sourceDay-1": "in May" }, at(ann, "detained", "story"));
    const { campaign } = (await open(previewRoute, at(ann, "detained"))).shown;
    expect(campaign.sources[0].publishedOn).toBeNull();
  });

  it("fault 31: shows a script in a story as text", async () => {
    const form = await formOf(ann, "detained", "story");
    const story = "<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)>";
    await post(partRoute, { ...form, story }, at(ann, "detained", "story"));
    const { campaign } = (await open(previewRoute, at(ann, "detained"))).shown;
    const live = await storyPreviewRoute.action({
      request: new Request("http://localhost/", {
        method: "POST",
        body: new URLSearchParams({ story }),
        headers: { cookie: ann.cookie },
      }),
      params: { slug: "detained" },
      context: { network: "192.0.2.1", loopback: false },
    } as never);
    for (const html of [campaign.story, await live.text()]) {
      expect(html).not.toMatch(/<script|<img|href="javascript/i);
      expect(html).toContain("&lt;script&gt;");
    }
  });
});
