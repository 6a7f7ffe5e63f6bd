import { describe, expect, it } from "vitest";
import { queryOf, viewOf } from "./view.ts";

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
