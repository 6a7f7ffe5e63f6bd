import { expect, it } from "vitest";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as previewLettersRoute from "./organize.c.$slug.preview.letters.tsx";
import * as previewSignRoute from "./organize.c.$slug.preview.sign.tsx";
import * as newRoute from "./organize.new.tsx";
import * as pastedRoute from "./organize.measures.$id.pasted.tsx";
import * as measuresRoute from "./organize.measures._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

it("a preview says at signing already who has cosponsored, before anything is published", async () => {
  const { ann } = await organizers();
  const { cookie } = ann;
  // No resolution of that number is meant: it stands for one.
  const hres = { congress: "119", type: "hres", number: "99998", title: "A sample", stage: "committee" };
  await post(measuresRoute, { ...hres, asOf: "2026-11-20" }, { cookie });
  const pasted = JSON.stringify({
    cosponsors: [{ bioguideId: "F000483", fullName: "Rep. Friedman, Laura [D-CA-30]", sponsorshipDate: "2026-05-03" }],
    request: { congress: "119", billType: "hres", billNumber: "99998" },
  });
  await post(pastedRoute, { asOf: "2026-11-22", pasted }, { params: { id: "119-hres-99998" }, cookie });

  await post(newRoute, { kind: "resolution", title: "Never published", template: "" }, { cookie });
  const draft = (part?: string) => at(ann, "never-published", part);
  const asks = await formOf(ann, "never-published", "asks");
  await post(partRoute, { ...asks, measureId: "us/119/hres/99998" }, draft("asks"));
  const letters = await formOf(ann, "never-published", "letters");
  await post(partRoute, { ...letters, "letterAct-1": "cosponsor-house-measure" }, draft("letters"));

  const walk = { ...draft(), url: "/?as=91205" };
  const { spared } = (await open(previewLettersRoute, walk)).shown.found;
  expect(spared).toEqual([expect.stringContaining("Laura Friedman cosponsored H.Res. 99998")]);
  const { officials } = (await open(previewSignRoute, walk)).shown.page.place;
  expect(officials.map(({ needsNone }: { needsNone: string | null }) => needsNone)).toEqual([spared[0], null, null]);
});
