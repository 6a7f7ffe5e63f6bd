import { beforeAll, describe, expect, it } from "vitest";
import type { By } from "#app/lib/by.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { variantFor } from "#app/features/letters/audience.ts";
import { detained } from "#app/features/campaigns/internal/demo-detained.ts";
import { rightOfReturn } from "#app/features/campaigns/internal/demo-return.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";

const by: By = { actor: "visitor", now: new Date("2026-11-24T12:00:00Z") };
const to = (place: { country?: string; postalCode?: string; houseDivisionId?: string }, demo = detained) =>
  recipientsFor(by, demo.campaign, { country: "US", postalCode: "", ...place });
const kinds = (recipients: Recipient[]) => recipients.map((recipient) => recipient.kind);

beforeAll(() => loadDirectory(by));

describe("whom a signer writes to", () => {
  it("is one's representative, both senators and the fixed office, in the campaign's order", async () => {
    const { representation, recipients, chooseFrom } = await to({ postalCode: "91205" });
    expect(representation.status).toBe("resolved");
    expect(kinds(recipients)).toEqual(["house-seat", "senate-seat", "senate-seat", "executive"]);
    expect(recipients[0].divisionId).toBe("ocd-division/country:us/state:ca/cd:30");
    expect(chooseFrom).toEqual([]);
  });

  it("chooses nobody where a ZIP code lies in several districts, until its writer does", async () => {
    const undecided = await to({ postalCode: "91206" });
    expect(undecided.representation.status).toBe("ambiguous");
    expect(kinds(undecided.recipients)).toEqual(["senate-seat", "senate-seat", "executive"]);
    expect(undecided.chooseFrom.length).toBeGreaterThan(1);

    const [candidate] = undecided.chooseFrom;
    const chosen = await to({ postalCode: "91206", houseDivisionId: candidate.divisionId ?? "" });
    expect(chosen.recipients[0].key).toBe(candidate.key);
    expect(chosen.chooseFrom).toEqual(undecided.chooseFrom);

    const elsewhere = await to({ postalCode: "91206", houseDivisionId: "ocd-division/country:us/state:ny/cd:1" });
    expect(kinds(elsewhere.recipients)).toEqual(["senate-seat", "senate-seat", "executive"]);
  });

  it("is the senators and the fixed office where the seat is empty", async () => {
    const { representation, recipients } = await to({ postalCode: "30013" });
    expect(representation.status).toBe("vacant");
    expect(kinds(recipients)).toEqual(["senate-seat", "senate-seat", "executive"]);
  });

  it("is a delegate where the place has one, who is not asked for a vote", async () => {
    const { recipients } = await to({ postalCode: "20001" });
    expect(kinds(recipients)).toEqual(["house-delegate-seat", "executive"]);
    expect(variantFor(detained.letters.variants, recipients[0])?.audience).toBe("house-delegate");
  });

  it("is the fixed office alone from abroad, without a ZIP code, or with an unknown one", async () => {
    for (const place of [{ country: "AM" }, { country: "AM", postalCode: "91205" }, {}, { postalCode: "00000" }]) {
      const { recipients, chooseFrom } = await to(place);
      expect(recipients.map((recipient) => recipient.officeId)).toEqual(["us/exec/state"]);
      expect(chooseFrom).toEqual([]);
    }
  });

  it("is the same for everybody in a campaign to fixed offices", async () => {
    for (const place of [{ postalCode: "91206" }, { country: "AM" }]) {
      const { recipients, chooseFrom } = await to(place, rightOfReturn);
      expect(recipients.map((recipient) => recipient.officeId)).toEqual(["eu/parliament", "coe/congress"]);
      expect(chooseFrom).toEqual([]);
    }
  });

  it("finds words for each of them", async () => {
    for (const demo of [detained, rightOfReturn]) {
      const { recipients } = await to({ postalCode: "91205" }, demo);
      for (const recipient of recipients) expect(variantFor(demo.letters.variants, recipient)).not.toBeNull();
    }
  });
});
