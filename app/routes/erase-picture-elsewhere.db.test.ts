import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { auditEventsOf } from "#app/features/audit/audit-events-of.server.ts";
import { blobOf } from "#app/features/blobs/blob-of.server.ts";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import { sql } from "#app/lib/db.server.ts";
import { seconds } from "#app/lib/time.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { formOf, organizers } from "../../tests/support/organizers.ts";
import { addPictureTo, namesOf, newCampaign, statusOf } from "../../tests/support/picture-routes.ts";
import { picture, withFile } from "../../tests/support/pictures.ts";
import { by, open, post } from "../../tests/support/routes.ts";
import * as organizationRoute from "./admin.organization.tsx";
import * as copyRoute from "./organize.c.$slug.copy.tsx";
import * as eraseRoute from "./organize.c.$slug.pictures.$n.erase.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

type Cast = Awaited<ReturnType<typeof organizers>>;
let cast: Cast;
beforeAll(async () => {
  cast = await organizers();
});

const idOf = async (slug: string) => (await campaignIdOf(by(), slug)) ?? "";
const erasing = (slug: string, n = 1, who = cast.ann) => ({ params: { slug, n: `${n}` }, cookie: who.cookie });
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (thrown: Response) => thrown.status,
  );

it("goes from the campaigns that are ticked and that one works on; whoever keeps it keeps its bytes", async () => {
  const slug = await newCampaign(cast.ann, "A picture with copies");
  const file = await picture(900, 700, 41);
  const [name = ""] = await namesOf(file);
  await addPictureTo(cast.ann, slug, file);
  await addPictureTo(cast.ann, slug, file);
  const copyOf = async (title: string) =>
    (await post(copyRoute, { title }, { params: { slug }, cookie: cast.ann.cookie })).location?.split("/")[3] ?? "";
  const [ticked, kept] = [await copyOf("Ticked"), await copyOf("Kept")];
  const admin = await signedInAs("admin");
  await addPictureTo(admin, "section-907", file);

  const { erasable } = (await open(eraseRoute, erasing(slug))).shown;
  expect(erasable.others.map(({ title }: { title: string }) => title).sort()).toEqual(["Kept", "Ticked"]);
  expect([erasable.sameNumbers, erasable.isElsewhere]).toEqual([[2], true]);
  const foreign = await idOf("section-907");
  const alsoIn: [string, string][] = [await idOf(ticked), foreign, "nonsense"].map((id) => ["alsoIn", id]);
  await post(eraseRoute, alsoIn, erasing(slug));
  const held = await sql(
    "test-held",
    `select c."slug", p."n" from "CampaignPicture" p join "Campaign" c on c."id" = p."campaignId"
     where p."sha256" = $1 order by 1, 2`,
    [name],
    z.object({ slug: z.string(), n: z.number() }),
  );
  expect(held).toEqual([
    { slug: kept, n: 1 },
    { slug: kept, n: 2 },
    { slug: "section-907", n: 1 },
  ]);
  expect(await statusOf(name)).toBe(200);
  expect((await auditEventsOf(by(), "campaign", foreign)).filter(({ change }) => "n" in change)).toEqual([]);

  // An admin reaches all that is left: then the bytes go too.
  const all = (await open(eraseRoute, erasing("section-907", 1, admin))).shown.erasable;
  expect([all.others.length, all.isElsewhere]).toEqual([1, false]);
  await post(eraseRoute, { alsoIn: all.others[0].id }, erasing("section-907", 1, admin));
  expect(await statusOf(name)).toBe(404);
  // A copy gives no number out again either, whatever its document still names.
  await addPictureTo(cast.ann, kept, file);
  expect(Object.values(await formOf(cast.ann, kept, "story"))).toContain("3");
});

it("what stands on the organization's page stays, and is said to", async () => {
  const admin = await signedInAs("admin");
  const slug = await newCampaign(cast.ann, "The organization's own");
  const file = await picture(600, 400, 51);
  const [name = ""] = await namesOf(file);
  const { values } = (await open(organizationRoute, { cookie: admin.cookie })).shown;
  await post(organizationRoute, withFile({ ...values, languages: "en" }, file), { cookie: admin.cookie });
  await addPictureTo(cast.ann, slug, file);
  expect((await open(eraseRoute, erasing(slug))).shown.erasable).toMatchObject({ others: [], isElsewhere: true });
  await post(eraseRoute, {}, erasing(slug));
  expect(await statusOf(name)).toBe(200);
});

it("is nobody's to delete but those who work on the campaign", async () => {
  const slug = await newCampaign(cast.ann, "Not theirs");
  await addPictureTo(cast.ann, slug, await picture(300, 200, 61));
  for (const who of [cast.stranger, cast.staff]) {
    expect(await refusal(open(eraseRoute, erasing(slug, 1, who)))).toBe(404);
    expect(await refusal(post(eraseRoute, {}, erasing(slug, 1, who)))).toBe(404);
  }
  for (const n of [2, 0, -1]) expect(await refusal(open(eraseRoute, erasing(slug, n)))).toBe(404);
  expect((await open(eraseRoute, erasing(slug))).status).toBe(200);
});

it("another process serves what was erased for two seconds at most", async () => {
  const slug = await newCampaign(cast.ann, "Two processes");
  const file = await picture(300, 200, 71);
  const [name = ""] = await namesOf(file);
  await addPictureTo(cast.ann, slug, file);
  expect(await blobOf(by(), name)).not.toBeNull();
  // As another process does it: this one is told nothing.
  for (const table of ["BlobUse", "Blob"])
    await sql(`test-erased-${table}`, `delete from "${table}" where "sha256" = $1`, [name], z.unknown());
  expect(await blobOf(by(seconds(1)), name)).not.toBeNull();
  expect(await blobOf(by(seconds(3)), name)).toBeNull();
  expect(await blobOf(by(seconds(1)), name)).toBeNull();
});
