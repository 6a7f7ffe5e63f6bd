import { describe, expect, it } from "vitest";
import { daysBefore, queryOf, viewOf, weeksOf } from "./view.ts";

const now = new Date("2026-11-24T12:00:00Z");
const read = (query: string) => viewOf(new URLSearchParams(query), now);

describe("what an address of figures shows", () => {
  it("is the last fourteen days where it says nothing", () => {
    expect(read("")).toMatchObject({ from: "2026-11-11", until: "2026-11-24", by: "day", places: "all", state: null });
    expect(read("by=hour")).toMatchObject({ from: "2026-11-23", until: "2026-11-24" });
  });

  it.each([
    ["from=2026-02-30&until=nonsense&by=year&state=<b>", { from: "2026-11-11", until: "2026-11-24", state: null }],
    ["from=2027-01-01&until=2028-01-01", { from: "2026-11-24", until: "2026-11-24" }],
    ["from=2026-11-20&until=2026-11-10", { from: "2026-11-10", until: "2026-11-10" }],
    ["from=2001-01-01&by=hour", { from: "2026-11-11", until: "2026-11-24" }],
    ["from=2001-01-01&by=day", { from: "2025-11-24", until: "2026-11-24" }],
  ])("%s is read as far as it makes sense", (query, view) => {
    expect(read(query)).toMatchObject(view);
  });

  it("comes back from the address that is made of it", () => {
    const view = read(
      "from=2026-11-01&until=2026-11-20&by=week&places=range&state=CA&divisions=name&offices=seat&rows=states",
    );
    expect(read(queryOf(view).slice(1))).toEqual(view);
    expect(queryOf(read(""), { state: "NY" })).toBe("?from=2026-11-11&until=2026-11-24&by=day&state=NY");
  });
});

describe("places of some days are those of whole weeks", () => {
  it.each([
    ["places=all", null],
    ["places=range", { from: "2026-11-09", until: "2026-11-22" }],
    ["places=range&from=2026-11-12&until=2026-11-12", { from: "2026-11-09", until: "2026-11-15" }],
    ["places=range&from=2026-11-11&until=2026-11-18", { from: "2026-11-09", until: "2026-11-22" }],
    ["places=range&from=2026-11-22&until=2026-11-24", { from: "2026-11-16", until: "2026-11-22" }],
    ["places=range&from=2026-11-24", { from: "2026-11-23", until: "2026-11-24" }],
    ["places=range&from=2026-11-23&until=2026-11-23", { from: "2026-11-23", until: "2026-11-24" }],
  ])("%s", (query, weeks) => {
    expect(weeksOf(read(query), now)).toEqual(weeks);
  });

  it("so that no two ranges differ by a day, nor by the days of the running week", () => {
    const ends = new Set<string>();
    for (let n = 0; n < 40; n += 1)
      for (let length = 0; length < 40; length += 1) {
        const until = daysBefore("2026-11-24", n);
        const found = weeksOf(read(`places=range&from=${daysBefore(until, length)}&until=${until}`), now);
        if (found?.from !== "2026-11-23")
          ends.add(new Date(found?.from ?? "").getUTCDay() + "-" + new Date(found?.until ?? "").getUTCDay());
        else expect(found.until).toBe("2026-11-24");
      }
    expect([...ends]).toEqual(["1-0"]);
  });
});
