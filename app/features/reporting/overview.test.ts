import { expect, it } from "vitest";
import { letterCounts } from "./letter-fate.ts";
import { alertsOf, summed } from "./overview.ts";
import type { CampaignOverview } from "./overview.ts";

const now = new Date("2026-11-24T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const quiet: CampaignOverview = {
  campaignId: "one",
  counted: 10,
  known: 7,
  unknown: 2,
  abroad: 1,
  today: 3,
  yesterday: 4,
  lastHour: 1,
  signed: 14,
  withdrawn: 1,
  spark: [],
  letters: letterCounts([{ status: "with-writer", n: 6 }], [{ state: "accepted", reason: "", n: 2 }]),
  queuedSince: ago(2),
};

it("says that nothing needs anybody where letters wait for their writers or are on their way", () => {
  expect(alertsOf({ countedAt: ago(0), campaigns: [quiet] }, now)).toEqual([]);
});

it("names what somebody has to decide before what somebody should know", () => {
  const letters = letterCounts(
    [{ status: "held", n: 1 }],
    [
      { state: "failed", reason: "refused", n: 2 },
      { state: "failed", reason: "exhausted", n: 1 },
      { state: "held", reason: "unknown-sent", n: 3 },
      { state: "held", reason: "demo", n: 4 },
      { state: "cancelled", reason: "withdrawn-while-sending", n: 5 },
    ],
  );
  const campaigns = [
    { ...quiet, letters, queuedSince: ago(20) },
    { ...quiet, campaignId: "two", letters },
  ];
  expect(
    alertsOf({ countedAt: ago(5), campaigns }, now).map((alert) => [alert.level, alert.what, "n" in alert && alert.n]),
  ).toEqual([
    ["act", "counting-stopped", false],
    ["act", "queue-old", false],
    ["act", "unknown-sent", 8],
    ["act", "held", 8],
    ["look", "failed", 4],
    ["look", "changed", 2],
  ]);
  // What was taken back is nobody's to decide any more, and nothing of it is told as sent.
  expect(letters).toMatchObject({ "may-have-left": 5, accepted: 0 });
});

it("adds campaigns up", () => {
  expect(summed([quiet, quiet])).toMatchObject({ counted: 20, known: 14, letters: { "with-writer": 12, accepted: 4 } });
});
