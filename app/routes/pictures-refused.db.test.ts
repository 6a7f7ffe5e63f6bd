import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { forgetBlobs } from "#app/features/blobs/forget-blobs.server.ts";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import { forgetPictures } from "#app/features/campaigns/forget-pictures.server.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { days, hours } from "#app/lib/time.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { picture, withFile } from "../../tests/support/pictures.ts";
import { by, post } from "../../tests/support/routes.ts";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as newRoute from "./organize.new.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let ann: Cast["ann"];
let ben: Cast["ben"];
beforeAll(async () => {
  ({ ann, ben } = await organizers());
});

const story = (slug: string, who = ann) => at(who, slug, "story");

it.each([
  ["picture-kind", "no picture", () => Buffer.from("<svg onload=alert(1)>")],
  [
    "picture-pixels",
    "too many points",
    () =>
      sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
  ],
  ["picture-broken", "half a picture", async () => (await picture(1200, 900)).subarray(0, 1500)],
])("%s: a file with %s is refused, and what was typed is kept", async (_, __, file) => {
  const form = await formOf(ann, "detained", "story");
  const refused = await post(partRoute, withFile({ ...form, summary: "Typed." }, await file()), story("detained"));
  expect([refused.status, refused.shown.faults.length, refused.shown.faults[0].field]).toEqual([422, 1, "picture"]);
  expect(refused.shown.values.summary).toBe("Typed.");
  expect((await formOf(ann, "detained", "story")).summary).toBe(form.summary);
});

it("a picture is in the form, whoever else saved the story meanwhile, and forgotten where nobody goes on", async () => {
  const campaignId = (await campaignIdOf(by(), "detained")) ?? "";
  const held = async () =>
    (
      await sql(
        "test-pictures-held",
        `select (select count(*) from "CampaignPicture" where "campaignId" = $1) as "pictures",
           (select count(*) from "BlobUse" where "usedBy" like 'campaign ' || $1 || '%') as "uses"`,
        [campaignId],
        z.object({ pictures: count, uses: count }),
      )
    )[0];
  const [annRead, benRead] = [await formOf(ann, "detained", "story"), await formOf(ben, "detained", "story")];
  await post(partRoute, { ...benRead, summary: "As Ben says." }, story("detained", ben));
  const refused = await post(
    partRoute,
    withFile({ ...annRead, summary: "Ann." }, await picture(900, 700)),
    story("detained"),
  );
  expect([refused.status, refused.shown.values["pictureNumber-1"]]).toEqual([409, "1"]);
  expect(await held()).toEqual({ pictures: 1, uses: 3 });
  // The version that was set aside has it.
  expect(await forgetPictures(by(days(9)))).toBe(0);

  const form = await formOf(ann, "detained", "story");
  const faulty = await post(
    partRoute,
    withFile({ ...form, title: "x".repeat(99) }, await picture(500, 300, 99)),
    story("detained"),
  );
  expect([faulty.status, faulty.shown.values["pictureNumber-1"]]).toEqual([422, "2"]);
  expect(await held()).toEqual({ pictures: 2, uses: 4 });
  expect(await forgetPictures(by(days(1)))).toBe(0);
  expect(await forgetPictures(by(days(3)))).toBe(1);
  expect(await held()).toEqual({ pictures: 1, uses: 3 });
  expect([await forgetBlobs(by()), await forgetBlobs(by(hours(2)))]).toEqual([0, 1]);
});

it("an ended session keeps what was typed beside a picture, and not the picture", async () => {
  const form = await formOf(ann, "detained", "story");
  const posted = withFile({ ...form, summary: "Typed." }, await picture(900, 700), "chairs.jpg");
  const refused = await post(partRoute, posted, { ...story("detained"), cookie: "" }).catch(
    (thrown: unknown) => thrown,
  );
  const { ended } = (await (refused as Response).json()) as { ended: { fields: [string, string][] } };
  expect((refused as Response).status).toBe(401);
  const fields = new Map(ended.fields);
  expect([fields.get("summary"), fields.get("story")?.replaceAll("\r\n", "\n"), fields.has("picture")]).toEqual([
    "Typed.",
    form.story,
    false,
  ]);
});

it("a campaign holds so many pictures and no more", async () => {
  const begun = { kind: "resolution", title: "Many pictures", template: "" };
  const { location } = await post(newRoute, begun, { cookie: ann.cookie });
  const slug = location?.split("/")[3] ?? "";
  const campaignId = (await campaignIdOf(by(), slug)) ?? "";
  await sql(
    "test-many-pictures",
    `insert into "CampaignPicture" ("campaignId", "n", "sha256", "width", "height", "size", "addedAt", "isUsed")
     select $1, n, 'x', 1, 1, 1, $2, true from generate_series(1, 99) n`,
    [campaignId, by().now],
    z.unknown(),
  );
  const form = await formOf(ann, slug, "story");
  expect((await post(partRoute, withFile(form, await picture(300, 200)), story(slug))).status).toBe(303);
  const full = await post(partRoute, withFile(await formOf(ann, slug, "story"), await picture(300, 200)), story(slug));
  expect([full.status, full.shown.faults[0].field]).toEqual([422, "picture"]);
});
