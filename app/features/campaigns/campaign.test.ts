import { describe, expect, it } from "vitest";
import { campaignState, endOf } from "#app/features/campaigns/campaign.ts";
import { daysLeft, endOfLocalDay, lastDayBefore, localDay } from "#app/features/campaigns/local-day.ts";

const at = (iso: string) => new Date(iso);
const never = { opensAt: null, closesAt: null, publishedAt: null, closedAt: null };
const published = { ...never, publishedAt: at("2026-10-01T00:00:00Z") };

describe("the state of a campaign at an instant", () => {
  const now = at("2026-11-24T12:00:00Z");

  it("is unpublished without an instant of publication, or before it", () => {
    expect(campaignState(never, now)).toBe("unpublished");
    expect(campaignState({ ...never, publishedAt: at("2026-11-24T12:00:00.001Z") }, now)).toBe("unpublished");
    expect(campaignState({ ...never, publishedAt: now }, now)).toBe("open");
  });

  it("is scheduled before it opens", () => {
    const campaign = { ...published, opensAt: at("2026-11-24T12:00:00.001Z") };
    expect(campaignState(campaign, now)).toBe("scheduled");
    expect(campaignState(campaign, at("2026-11-24T12:00:00.001Z"))).toBe("open");
  });

  it("is closed from the instant of its end on, planned or not", () => {
    expect(campaignState({ ...published, closesAt: now }, at("2026-11-24T11:59:59.999Z"))).toBe("open");
    expect(campaignState({ ...published, closesAt: now }, now)).toBe("closed");
    expect(campaignState({ ...published, closedAt: now, closesAt: at("2027-01-01T00:00:00Z") }, now)).toBe("closed");
    expect(campaignState({ ...never, closedAt: now }, now)).toBe("unpublished");
  });

  it("ends at what comes first", () => {
    const early = at("2026-12-01T00:00:00Z");
    const late = at("2026-12-02T00:00:00Z");
    expect(endOf({ ...published, closedAt: early, closesAt: late })).toEqual(early);
    expect(endOf({ ...published, closedAt: late, closesAt: early })).toEqual(early);
    expect(endOf(published)).toBeNull();
  });
});

// Fault 24
describe("a closing day in a time zone whose clocks change", () => {
  it("ends with the local day, which has 25, 23 or 24 hours", () => {
    // New York: clocks go back on 1 November 2026 and forward on 14 March 2027.
    expect(endOfLocalDay(at("2026-11-01T04:00:00Z"), "America/New_York")).toEqual(at("2026-11-02T05:00:00Z"));
    expect(endOfLocalDay(at("2027-03-14T05:00:00Z"), "America/New_York")).toEqual(at("2027-03-15T04:00:00Z"));
    expect(endOfLocalDay(at("2026-11-24T12:00:00Z"), "Asia/Yerevan")).toEqual(at("2026-11-24T20:00:00Z"));
  });

  it("decides by the stored instant, in the repeated hour too", () => {
    const closesAt = at("2026-11-01T06:30:00Z"); // the second half past one
    expect(campaignState({ ...published, closesAt }, at("2026-11-01T05:30:00Z"))).toBe("open"); // the first
    expect(campaignState({ ...published, closesAt }, closesAt)).toBe("closed");
  });

  it("is shown as the last day on which one could sign", () => {
    const end = endOfLocalDay(at("2026-11-01T04:00:00Z"), "America/New_York");
    expect(localDay(lastDayBefore(end), "America/New_York")).toBe("2026-11-01");
    expect(daysLeft(end, at("2026-11-01T12:00:00Z"))).toBe(0);
    expect(daysLeft(end, at("2026-10-25T12:00:00Z"))).toBe(7);
  });
});
