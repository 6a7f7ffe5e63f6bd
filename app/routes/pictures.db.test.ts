import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { forgetBlobs } from "#app/features/blobs/forget-blobs.server.ts";
import { forgetPictures } from "#app/features/campaigns/forget-pictures.server.ts";
import { days } from "#app/lib/time.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, filled, formOf, organizers } from "../../tests/support/organizers.ts";
import { picture, withFile } from "../../tests/support/pictures.ts";
import { by, open, post } from "../../tests/support/routes.ts";
import * as campaignRoute from "./c.$slug._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as copyRoute from "./organize.c.$slug.copy.tsx";
import * as previewRoute from "./organize.c.$slug.preview._index.tsx";
import * as publishRoute from "./organize.c.$slug.publish.tsx";
import * as storyPreviewRoute from "./organize.c.$slug.story-preview.ts";
import * as newRoute from "./organize.new.tsx";
import * as pictureRoute from "./pictures.$sha256.ts";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let ann: Cast["ann"];
beforeAll(async () => {
  ({ ann } = await organizers());
});

async function newCampaign(title: string): Promise<string> {
  const { location } = await post(newRoute, { kind: "resolution", title, template: "" }, { cookie: ann.cookie });
  return location?.split("/")[3] ?? "";
}

const story = (slug: string, who = ann) => at(who, slug, "story");
const codes = async (slug: string) =>
  (await open(partRoute, story(slug))).shown.page.items
    .filter(({ code }: { code: string }) => /picture/.test(code))
    .map(({ level, code, field }: Record<string, string>) => `${level} ${code} ${field}`);

it("a picture is put in, described, shown in the preview and, once published, to everybody", async () => {
  const slug = await newCampaign("Ask with a picture");
  const form = filled(await formOf(ann, slug, "story"));
  const added = await post(
    partRoute,
    withFile({ ...form, summary: "Kept too." }, await picture(3000, 2000)),
    story(slug),
  );
  expect([added.status, added.location]).toEqual([303, `/organize/c/${slug}/story#pictures`]);
  const shown = await formOf(ann, slug, "story");
  expect([shown["pictureNumber-1"], shown["pictureAlt-1"], shown.summary]).toEqual(["1", "", "Kept too."]);
  expect(await codes(slug)).toEqual(["advised picture-unused pictureAlt-1"]);

  const text = `${shown.story}\n\n![](picture-1)\n\n![](picture-7) and ![](picture-1) within a line.`;
  await post(partRoute, { ...shown, story: text, sharePicture: "1" }, story(slug));
  expect(await codes(slug)).toEqual([
    "fault picture-missing story",
    "fault picture-inline story",
    "fault picture-alt pictureAlt-1",
  ]);
  const told = {
    story: `${shown.story}\n\n![](picture-1)`,
    "pictureAlt-1": "Empty chairs",
    "pictureCredit-1": "A sample",
  };
  const said = { ...told, sharePicture: "1", shareText: "Somebody should sit here." };
  await post(partRoute, { ...(await formOf(ann, slug, "story")), ...said }, story(slug));
  expect(await codes(slug)).toEqual([]);

  const figure =
    /<figure><img src="(\/pictures\/([0-9a-f]{64}))" srcset="[^"]+" [^>]*alt="Empty chairs" loading="lazy" \/><figcaption class="meta">A sample<\/figcaption><\/figure>/;
  const walked = (await open(previewRoute, at(ann, slug))).shown.campaign.story;
  expect(walked).toMatch(figure);
  const live = await storyPreviewRoute.action({
    request: new Request("http://localhost/", {
      method: "POST",
      body: new URLSearchParams({ story: "![](picture-1)" }),
      headers: { cookie: ann.cookie },
    }),
    params: { slug },
    context: { network: "192.0.2.1", loopback: false },
  } as never);
  expect(await live.text()).toMatch(figure);

  for (const part of ["asks", "targets", "letters"])
    await post(partRoute, filled(await formOf(ann, slug, part)), at(ann, slug, part));
  const { version, revision } = (await open(publishRoute, at(ann, slug))).shown;
  expect((await post(publishRoute, { version: `${version}`, revision: `${revision}` }, at(ann, slug))).status).toBe(
    303,
  );
  const page = (await open(campaignRoute, { params: { slug } })).shown;
  const [, , sha256 = ""] = figure.exec(page.campaign.story) ?? [];
  expect(page.share.summary).toBe("Somebody should sit here.");
  expect(page.image).toMatchObject({ type: "image/jpeg", alt: "Empty chairs" });

  const served = await pictureRoute.loader({ params: { sha256 } } as never);
  const { format, width } = await sharp(Buffer.from(await served.arrayBuffer())).metadata();
  expect([format, width, served.headers.get("cache-control")]).toEqual([
    "webp",
    1600,
    "public, max-age=31536000, immutable",
  ]);
  const card = page.image.url.split("/").at(-1);
  const shared = await pictureRoute.loader({ params: { sha256: card } } as never);
  expect(shared.headers.get("content-type")).toBe("image/jpeg");
  for (const none of ["0".repeat(64), "../etc/passwd", ""])
    await expect(pictureRoute.loader({ params: { sha256: none } } as never)).rejects.toMatchObject({ status: 404 });

  // A copy has them under the same numbers, and keeps them.
  const copied = await post(copyRoute, { title: "The same elsewhere" }, { params: { slug }, cookie: ann.cookie });
  const copy = copied.location?.split("/")[3] ?? "";
  expect((await open(previewRoute, at(ann, copy))).shown.campaign.story).toMatch(figure);
  const again = await post(partRoute, withFile(await formOf(ann, copy, "story"), await picture(700, 400)), story(copy));
  expect([again.status, (await formOf(ann, copy, "story"))["pictureNumber-2"]]).toEqual([303, "2"]);

  // Taken out, it stays with the versions that had it.
  const out = { ...(await formOf(ann, slug, "story")), story: shown.story, sharePicture: "0", "pictureDrop-1": "on" };
  await post(partRoute, out, story(slug));
  expect(await formOf(ann, slug, "story")).not.toHaveProperty("pictureNumber-1");
  await forgetPictures(by(days(9)));
  await forgetBlobs(by(days(9)));
  expect((await pictureRoute.loader({ params: { sha256 } } as never)).status).toBe(200);
});
