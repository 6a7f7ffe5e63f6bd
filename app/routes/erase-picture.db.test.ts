import { beforeAll, expect, it } from "vitest";
import { auditEventsOf } from "#app/features/audit/audit-events-of.server.ts";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, filled, formOf, organizers } from "../../tests/support/organizers.ts";
import { addPictureTo, namesOf, newCampaign, statusOf } from "../../tests/support/picture-routes.ts";
import { picture } from "../../tests/support/pictures.ts";
import { by, open, post } from "../../tests/support/routes.ts";
import * as campaignRoute from "./c.$slug._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as eraseRoute from "./organize.c.$slug.pictures.$n.erase.tsx";
import * as publishRoute from "./organize.c.$slug.publish._index.tsx";
import * as revisionRoute from "./organize.c.$slug.revisions.$number.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let cast: Cast;
beforeAll(async () => {
  cast = await organizers();
});

const idOf = async (slug: string) => (await campaignIdOf(by(), slug)) ?? "";
const erasing = (slug: string, n = 1, who = cast.ann) => ({ params: { slug, n: `${n}` }, cookie: who.cookie });
const story = (slug: string) => at(cast.ann, slug, "story");
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (thrown: Response) => thrown.status,
  );

async function publish(slug: string): Promise<void> {
  for (const part of ["asks", "targets", "letters"])
    await post(partRoute, filled(await formOf(cast.ann, slug, part)), at(cast.ann, slug, part));
  const { version, revision } = (await open(publishRoute, at(cast.ann, slug))).shown;
  const pressed = { version: `${version}`, revision: `${revision}` };
  expect((await post(publishRoute, pressed, at(cast.ann, slug))).status).toBe(303);
}

const codes = async (slug: string) =>
  (await open(partRoute, story(slug))).shown.page.items
    .map(({ code, field }: Record<string, string>) => `${code} ${field}`)
    .filter((code: string) => code.includes("picture"));

it("a picture that is deleted for good leaves the page, its address and earlier versions, and its number stays its own", async () => {
  const slug = await newCampaign(cast.ann, "A picture too many");
  const [file, other] = [await picture(1800, 1200, 31), await picture(500, 400, 32)];
  const names = await namesOf(file);
  await post(partRoute, filled(await formOf(cast.ann, slug, "story")), story(slug));
  await addPictureTo(cast.ann, slug, other);
  await addPictureTo(cast.ann, slug, file);
  const form = await formOf(cast.ann, slug, "story");
  const text = `${form.story}\n\n![](picture-1)\n\n![Someone](picture-2)\n\nThe end.`;
  const told = { "pictureAlt-1": "Chairs", "pictureAlt-2": "A person at risk", sharePicture: "2", story: text };
  await post(partRoute, { ...form, ...told }, story(slug));
  await publish(slug);
  const before = (await open(campaignRoute, { params: { slug } })).shown;
  expect([before.campaign.story.match(/<figure>/g).length, before.image.type]).toEqual([2, "image/jpeg"]);
  expect(await Promise.all(names.map(statusOf))).toEqual([200, 200, 200]);
  const { version, revision } = (await open(publishRoute, at(cast.ann, slug))).shown;

  const asked = (await open(eraseRoute, erasing(slug, 2))).shown.erasable;
  expect(asked).toMatchObject({ file: { n: 2, sha256: names[0] }, sameNumbers: [], others: [], isElsewhere: false });
  const erased = await post(eraseRoute, {}, erasing(slug, 2));
  expect([erased.status, erased.location]).toEqual([303, `/organize/c/${slug}/story#pictures`]);

  // At once: its address, in the database and in this process's memory, and the page.
  expect(await Promise.all(names.map(statusOf))).toEqual([404, 404, 404]);
  const after = (await open(campaignRoute, { params: { slug } })).shown;
  expect(after.campaign.story.match(/<figure>/g)).toHaveLength(1);
  expect(after.campaign.story).not.toMatch(/picture-2|at risk|Someone/);
  expect(after.campaign.story).toContain("The end.");
  expect(after.image?.type).not.toBe("image/jpeg");

  // What is written still has its line; no version brings the picture back, and nobody publishes what they read before.
  expect(await codes(slug)).toEqual(["picture-missing story", "share-picture sharePicture"]);
  expect(
    (await post(publishRoute, { version: `${version}`, revision: `${revision}` }, at(cast.ann, slug))).status,
  ).toBe(409);
  // The editor shows no fields of it, so that the next save is without.
  const fields = Object.entries(await formOf(cast.ann, slug, "story")).filter(([name]) => !/^picture.*-2$/.test(name));
  const mended = { ...Object.fromEntries(fields), story: form.story ?? "", sharePicture: "0" };
  expect((await post(partRoute, mended, story(slug))).status).toBe(303);
  expect(await codes(slug)).toEqual(["picture-unused pictureAlt-1"]);
  const restored = { params: { slug, number: `${revision}` }, cookie: cast.ann.cookie };
  expect((await post(revisionRoute, {}, restored)).status).toBe(303);
  expect(await codes(slug)).toEqual(["picture-missing story", "share-picture sharePicture"]);

  const events = await auditEventsOf(by(), "campaign", await idOf(slug));
  expect(events.at(-1)).toMatchObject({ actorId: cast.ann.id, change: { n: 2 } });
  expect(JSON.stringify(events)).not.toContain("at risk");

  // Twice is once; the page of it is gone; the same file is a new picture.
  expect((await post(eraseRoute, {}, erasing(slug, 2))).status).toBe(303);
  expect(await auditEventsOf(by(), "campaign", await idOf(slug))).toHaveLength(events.length);
  expect(await refusal(open(eraseRoute, erasing(slug, 2)))).toBe(404);
  await addPictureTo(cast.ann, slug, file);
  expect(Object.values(await formOf(cast.ann, slug, "story"))).toContain("3");
  expect(await Promise.all(names.map(statusOf))).toEqual([200, 200, 200]);
});
