import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { closeDatabase, none, sql, transaction } from "#app/lib/db.server.ts";
import { days, hours, later, minutes } from "#app/lib/time.ts";
import { foldDeliveryTallies } from "#app/features/delivery/fold-delivery-tallies.server.ts";
import { foldLetterTallies } from "#app/features/letters/fold-letter-tallies.server.ts";
import { markHandedOver, unmarkHandedOver } from "#app/features/letters/hand-over-letter.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { mailedToken } from "../../../tests/support/outbox.ts";
import { recounts } from "../../../tests/support/recount.ts";
import { disownSignature } from "./disown-signature.server.ts";
import { eraseSignatures } from "./erase-signatures.server.ts";
import { expireSignatures } from "./expire-signatures.server.ts";
import { foldTallies } from "./fold-tallies.server.ts";
import { chooseDivision } from "./internal/choose-division.server.ts";
import { aCampaign, aForm, after, approve, by, california, company, confirm } from "./internal/signing.fixture.ts";
import { proveTallies } from "./prove-tallies.server.ts";
import { signCampaign } from "./sign-campaign.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import type { SignaturePlace } from "./signature.ts";
import { withdrawSignatures } from "./withdraw-signatures.server.ts";

afterAll(closeDatabase);

const nowhere: SignaturePlace = { mapId: null, stateDivisionId: null, houseDivisionId: null, method: "none" };
const wyoming = { ...california, stateDivisionId: "ocd-division/country:us/state:wy" };
/** At large: the district is the whole state. */
const atLarge: SignaturePlace = { ...wyoming, houseDivisionId: wyoming.stateDivisionId };
const split: SignaturePlace = { ...california, houseDivisionId: null };

type Campaign = Awaited<ReturnType<typeof aCampaign>>;

async function aSigner(campaign: Campaign, place = california, { at = by, country = "US", source = "site" } = {}) {
  const form = aForm({ country });
  const signed = await signCampaign(at, campaign, form, place, { source });
  if (signed.outcome !== "signed") throw new Error(signed.outcome);
  const token = await mailedToken(campaign.id, form.email);
  const signature = await signatureByToken(at, token, ["confirm"]);
  return { cookie: signed.letterToken, token, id: signature?.id ?? "", key: { link: "confirm", token } as const };
}

async function fold(at = by) {
  await foldTallies(at);
  await foldLetterTallies(at);
  await foldDeliveryTallies(at);
}

/** Cells in which the tallies differ from a recount. */
async function differing(what: keyof typeof recounts, campaignId: string) {
  const text = `select * from (${recounts[what]}) d where "campaignId" = $1`;
  return sql(`test-recount-${what}`, text, [campaignId], none);
}

async function cube(campaignId: string, name: string) {
  const rows = await sql(
    "test-cube",
    `select "key", "bucket", "n" from "Tally" where "campaignId" = $1 and "cube" = $2 and "n" <> 0 order by 1, 2`,
    [campaignId, name],
    z.object({ key: z.string(), bucket: z.string(), n: z.number() }),
  );
  return Object.fromEntries(rows.map(({ key, bucket, n }) => [[key, bucket].filter(Boolean).join(" "), n]));
}

const letterTally = async (campaignId: string) => {
  const rows = await sql(
    "test-letter-tally",
    `select "officeId", "status", "n" from "LetterTally" where "campaignId" = $1 and "n" <> 0 and "officeId" <> '*' order by 1, 2`,
    [campaignId],
    z.object({ officeId: z.string(), status: z.string(), n: z.number() }),
  );
  return rows.map(({ officeId, status, n }) => `${officeId} ${status} ${n}`);
};

describe("every cube is a recount of the signatures", () => {
  test("after signing, confirming, leaving, erasing, not confirming and never having signed", async () => {
    const campaign = await aCampaign();
    const first = await aSigner(campaign);
    const second = await aSigner(campaign, atLarge, { source: "flyer" });
    const third = await aSigner(campaign, split, { at: after(days(1)) });
    const fourth = await aSigner(campaign, nowhere, { country: "AM" });
    const soldier = await aSigner(campaign, nowhere);
    const stranger = await aSigner(campaign);
    await aSigner(campaign);
    for (const { token } of [first, second, fourth, soldier]) await confirm(by, token);
    await fold();
    expect(await differing("signatures", campaign.id)).toEqual([]);
    expect(await cube(campaign.id, "division")).toEqual({
      [california.houseDivisionId ?? ""]: 1,
      [atLarge.houseDivisionId ?? ""]: 1,
      "country:AM": 1,
      "district-unknown:": 1,
    });
    expect(await cube(campaign.id, "reach")).toEqual({ known: 2, unknown: 1, abroad: 1 });
    expect(await cube(campaign.id, "signed")).toEqual({ "2026-11-24": 6, "2026-11-25": 1 });

    await confirm(after(days(1)), third.token);
    await withdrawSignatures(after(days(2)), first.key);
    await eraseSignatures(after(days(2)), fourth.key);
    await disownSignature(after(days(2)), { token: stranger.token });
    await fold(after(days(2)));
    expect(await differing("signatures", campaign.id)).toEqual([]);
    expect(await cube(campaign.id, "signed")).toEqual({ "2026-11-24": 5, "2026-11-25": 1 });
    expect(await cube(campaign.id, "withdrawn")).toEqual({ "2026-11-26": 2 });

    await expireSignatures(after(days(30)));
    await fold(after(days(30)));
    expect(await differing("signatures", campaign.id)).toEqual([]);
    expect(await cube(campaign.id, "total")).toEqual({ "": 3 });
  });

  test("a district chosen after confirming moves what was counted; leaving takes it from there", async () => {
    const campaign = await aCampaign();
    const one = await aSigner(campaign, split);
    await confirm(by, one.token);
    await fold();
    for (const district of ["ocd-division/country:us/state:ca/cd:28", "", "ocd-division/country:us/state:ca/cd:30"]) {
      await transaction((tx) => chooseDivision(tx, by, one.id, district));
      await fold();
      expect(await differing("signatures", campaign.id)).toEqual([]);
    }
    expect(await cube(campaign.id, "division")).toEqual({ "ocd-division/country:us/state:ca/cd:30": 1 });
    await withdrawSignatures(after(days(1)), one.key);
    await fold();
    expect(await differing("signatures", campaign.id)).toEqual([]);
    expect(await cube(campaign.id, "division")).toEqual({});
  });

  test("minutes are kept for two hours; who leaves after that leaves no hole", async () => {
    const campaign = await aCampaign();
    const one = await aSigner(campaign);
    await confirm(by, one.token);
    await fold();
    expect(await cube(campaign.id, "minute")).toEqual({ "2026-11-24T12:00": 1 });
    const two = await aSigner(campaign);
    await confirm(after(minutes(61)), two.token);
    await fold(after(minutes(61)));
    expect(await cube(campaign.id, "minute")).toEqual({ "2026-11-24T12:00": 1, "2026-11-24T13:01": 1 });
    await withdrawSignatures(after(hours(3)), one.key);
    await fold(after(hours(3)));
    expect(await cube(campaign.id, "minute")).toEqual({ "2026-11-24T13:01": 1 });
  });

  test("fault 54: what an older version of the program did not count is put right once a day", async () => {
    const campaign = await aCampaign();
    for (const place of [california, split]) await confirm(by, (await aSigner(campaign, place)).token);
    await sql(
      "test-as-before",
      `update "TallyDelta" set "houseDivisionId" = null, "country" = null where "kind" = 'confirmed'`,
      [],
      none,
    );
    await sql("test-not-known", `delete from "TallyDelta" where "kind" = 'signed'`, [], none);
    await fold();
    const waiting = await aSigner(campaign);
    await confirm(by, waiting.token);
    expect(await differing("signatures", campaign.id)).not.toEqual([]);
    await sql("test-due", `update "Fold" set "provedAt" = null`, [], none);
    expect(await proveTallies(after(minutes(1)))).toBeGreaterThan(0);
    expect(await proveTallies(after(minutes(2)))).toBeNull();
    // What was not folded when it was proved is folded once, not twice.
    await fold();
    expect(await differing("signatures", campaign.id)).toEqual([]);
    expect(await proveTallies(after(days(2)))).toBe(0);
  });
});

describe("letters and their deliveries are counted where they stand", () => {
  test("from approving to handing over, with the writer who leaves", async () => {
    const campaign = await aCampaign();
    const one = await aSigner(campaign);
    await approve(by, campaign, one.cookie, "Words of mine.");
    await fold();
    expect(await letterTally(campaign.id)).toEqual(["test/company waiting 1", "test/exec waiting 1"]);
    await approve(by, campaign, one.cookie, "Other words of mine.");
    await confirm(by, one.token);
    await fold();
    expect(await letterTally(campaign.id)).toEqual(["test/company with-writer 1", "test/exec mailed 1"]);
    const letter = (await lettersOf(one.id)).find(({ officeId }) => officeId === company.officeId);
    const own = { signatureId: one.id, letterId: letter?.id ?? "" };
    await markHandedOver(by, own);
    await markHandedOver(by, own);
    await fold();
    expect(await letterTally(campaign.id)).toEqual(["test/company done 1", "test/exec mailed 1"]);
    await unmarkHandedOver(by, own);
    await fold();
    expect(await letterTally(campaign.id)).toEqual(["test/company with-writer 1", "test/exec mailed 1"]);
    for (const what of ["letters", "deliveries"] as const) expect(await differing(what, campaign.id)).toEqual([]);
    await eraseSignatures(after(days(1)), one.key);
    await fold();
    // What left stays told; what its writer had still to do is done by nobody.
    expect(await letterTally(campaign.id)).toEqual(["test/exec mailed 1"]);
    expect(await differing("deliveries", campaign.id)).toEqual([]);
  });

  test("marking and confirming at the same time are counted once, whichever comes first", async () => {
    const campaign = await aCampaign();
    for (let n = 0; n < 8; n += 1) {
      const one = await aSigner(campaign);
      await approve(by, campaign, one.cookie, `Words of mine ${n}.`);
      const letter = (await lettersOf(one.id)).find(({ officeId }) => officeId === company.officeId);
      const own = { signatureId: one.id, letterId: letter?.id ?? "" };
      await Promise.all([confirm(by, one.token), markHandedOver(by, own)]);
    }
    await fold();
    for (const what of ["letters", "deliveries"] as const) expect(await differing(what, campaign.id)).toEqual([]);
    expect(await letterTally(campaign.id)).toEqual(["test/company done 8", "test/exec mailed 8"]);
  });

  test("by office: an office's deliveries can be told from another's, and of its mails nothing else is", async () => {
    const campaign = await aCampaign();
    const one = await aSigner(campaign);
    await approve(by, campaign, one.cookie, "Words of mine.");
    await confirm({ ...by, now: later(by.now, minutes(1)) }, one.token);
    await fold();
    const rows = await sql(
      "test-delivery-tally",
      `select "groupKey", "state", "reason", "n" from "DeliveryTally" where "campaignId" = $1 order by 1 desc`,
      [campaign.id],
      none,
    );
    const queued = { state: "queued", reason: "", n: 1 };
    expect(rows).toEqual([
      { groupKey: "test/exec", ...queued },
      { groupKey: "*", ...queued },
    ]);
  });
});
