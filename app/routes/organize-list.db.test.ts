import { expect, it } from "vitest";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf, organizers } from "../../tests/support/organizers.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as listRoute from "./organize._index.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as newRoute from "./organize.new.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

it("the list says when a draft would close, as its dates say", async () => {
  const { ann } = await organizers();
  await post(newRoute, { kind: "petition", title: "Close in March" }, { cookie: ann.cookie });
  const dates = { ...(await formOf(ann, "close-in-march", "dates")), timeZone: "UTC", closesDay: "2027-03-01" };
  await post(partRoute, dates, at(ann, "close-in-march", "dates"));
  const { rows } = (await open(listRoute, { cookie: ann.cookie })).shown;
  const row = rows.find(({ slug }: { slug: string }) => slug === "close-in-march");
  expect([row.state, row.endsAt]).toEqual(["unpublished", new Date("2027-03-02T00:00:00Z")]);
});
