import { describe, expect, test } from "vitest";
import { z } from "zod";
import { count, none, sql } from "#app/lib/db.server.ts";
import { days, hours, later, minutes } from "#app/lib/time.ts";
import { deliveriesOf } from "#app/features/delivery/deliveries-of.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { recounts } from "../../../tests/support/recount.ts";
import { mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import {
  aCampaign,
  aForm,
  after,
  approve,
  by,
  confirm,
  ministry,
  rowsOf,
  sign,
  textsShown,
} from "./internal/signing.fixture.ts";
import { countOf } from "./count-of.server.ts";
import { eraseRetained } from "./erase-retained.server.ts";
import { foldTallies } from "./fold-tallies.server.ts";
import { mailNewLink } from "./mail-new-link.server.ts";
import { openWriter } from "./open-writer.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { withdrawSignatures } from "./withdraw-signatures.server.ts";

const office = ministry.contacts[0]?.value ?? "";

async function aSigner(
  given: { campaign?: Awaited<ReturnType<typeof aCampaign>>; form?: ReturnType<typeof aForm> } = {},
) {
  const campaign = given.campaign ?? (await aCampaign());
  const form = given.form ?? aForm();
  const cookie = await sign(by, campaign, form);
  const token = await mailedToken(campaign.id, form.email);
  const signature = await signatureByToken(by, token, ["confirm"]);
  if (!signature) throw new Error("no signature");
  return { campaign, form, cookie, token, id: signature.id, key: { link: "confirm", token } as const };
}

async function aConfirmed(given: Parameters<typeof aSigner>[0] = {}) {
  const signer = await aSigner(given);
  await approve(by, signer.campaign, signer.cookie, "Words of mine.");
  const confirmed = await confirm(by, signer.token);
  if (!("cookieToken" in confirmed)) throw new Error(confirmed.outcome);
  return { ...signer, writer: confirmed.cookieToken };
}

const cell = z.object({ cube: z.string(), key: z.string(), bucket: z.string(), n: z.number() });

/** Cells of a campaign as they are folded, and those in which a recount of its signatures says something else. */
async function cubesOf(campaignId: string) {
  const folded = await sql(
    "test-folded",
    `select "cube", "key", "bucket", "n" from "Tally" where "campaignId" = $1 and "n" <> 0 order by 1, 2, 3`,
    [campaignId],
    cell,
  );
  const differing = await sql(
    "test-recounted",
    `select * from (${recounts.signatures}) d where "campaignId" = $1`,
    [campaignId],
    none,
  );
  return { folded, differing };
}

const sumOfDeltas = async (campaignId: string) => {
  const [found] = await sql(
    "test-sum",
    `select coalesce(sum("n"), 0) as "n" from "TallyDelta" where "campaignId" = $1 and "kind" = 'confirmed'`,
    [campaignId],
    z.object({ n: count }),
  );
  return found?.n;
};

describe("withdrawing", () => {
  test("takes one out of the count, frees the place and cancels what has not left", async () => {
    const { campaign, key, token, id } = await aConfirmed();
    await foldTallies(by);
    expect((await countOf(campaign.id)).confirmed).toBe(1);
    expect(await mailsTo(campaign.id, office)).toHaveLength(1);
    expect(await withdrawSignatures(after(hours(1)), key)).toEqual({ outcome: "withdrawn" });
    await foldTallies(after(hours(1)));
    expect((await countOf(campaign.id)).confirmed).toBe(0);
    expect(await rowsOf("Signature", campaign.id, `"holdsPlace" = true`)).toBe(0);
    expect(await mailsTo(campaign.id, office)).toEqual([]);
    const letters = await lettersOf(id);
    const fates = await deliveriesOf(
      "letter",
      letters.map((letter) => letter.id),
    );
    expect([...fates.values()].map(({ state, reason }) => [state, reason])).toEqual([["cancelled", "withdrawn"]]);
    const signature = await signatureByToken(after(hours(1)), token, ["confirm"]);
    expect(signature).toMatchObject({ state: "withdrawn", withdrawnAt: after(hours(1)).now, number: 1 });
  });

  test("twice, also twice at once, is the same success and one −1", async () => {
    const { campaign, key } = await aConfirmed();
    const both = await Promise.all([
      withdrawSignatures(by, key),
      withdrawSignatures(by, key),
      withdrawSignatures(by, key),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
    expect(await withdrawSignatures(after(days(1)), key)).toEqual({ outcome: "withdrawn" });
    expect(await rowsOf("TallyDelta", campaign.id, `"n" = -1`)).toBe(1);
    expect(await sumOfDeltas(campaign.id)).toBe(0);
  });

  test("at the same time as confirming: whichever comes first, it is not counted and its letters do not go", async () => {
    for (let n = 0; n < 12; n += 1) {
      const { campaign, cookie, token, key } = await aSigner();
      await approve(by, campaign, cookie, "Words of mine.");
      const texts = await textsShown(by, token);
      const [confirmed, withdrawn] = await Promise.all([confirm(by, token, texts), withdrawSignatures(by, key)]);
      expect([
        ["confirmed", "withdrawn"],
        ["unknown", "deleted"],
      ]).toContainEqual([confirmed.outcome, withdrawn.outcome]);
      expect(await sumOfDeltas(campaign.id)).toBe(0);
      expect(await rowsOf("Signature", campaign.id, `"holdsPlace" = true`)).toBe(0);
      expect(await mailsTo(campaign.id, office)).toEqual([]);
    }
  });

  test("a pending one is deleted: nothing of it was counted, nothing is kept", async () => {
    const { campaign, key, token } = await aSigner();
    expect(await withdrawSignatures(by, key)).toEqual({ outcome: "deleted" });
    expect(await withdrawSignatures(by, key)).toEqual({ outcome: "unknown" });
    expect(await confirm(by, token)).toEqual({ outcome: "unknown" });
    expect(await rowsOf("Signature", campaign.id)).toBe(0);
    expect(await rowsOf("Consent", campaign.id)).toBe(0);
  });

  test("afterwards nobody writes, confirms or is mailed under it", async () => {
    const { campaign, key, token, writer } = await aConfirmed();
    await withdrawSignatures(by, key);
    expect(await confirm(by, token)).toEqual({ outcome: "withdrawn" });
    expect(await openWriter(by, { token })).toEqual({ outcome: "unknown" });
    expect(await approve(by, campaign, writer, "Other words.")).toEqual({ outcome: "unknown" });
    expect(await signatureByToken(by, writer, ["writer"])).toBeNull();
    const mails = await mailsTo(campaign.id, (await signatureByToken(by, token, ["confirm"]))?.person.email ?? "");
    expect(await mailNewLink(by, { token })).toEqual({ outcome: "confirmed" });
    expect(await mailsTo(campaign.id, (await signatureByToken(by, token, ["confirm"]))?.person.email ?? "")).toEqual(
      mails,
    );
  });

  test("whoever took theirs back can sign again with the same address, and counts once", async () => {
    const first = await aConfirmed();
    await withdrawSignatures(by, first.key);
    await sign(after(minutes(5)), first.campaign, first.form);
    const again = await mailedToken(first.campaign.id, first.form.email);
    expect((await confirm(after(minutes(6)), again)).outcome).toBe("confirmed");
    await foldTallies(after(minutes(7)));
    expect((await countOf(first.campaign.id)).confirmed).toBe(1);
    expect((await signatureByToken(after(minutes(7)), again, ["confirm"]))?.number).toBe(2);
    expect(await withdrawSignatures(after(minutes(8)), first.key)).toEqual({ outcome: "withdrawn" });
    expect(await rowsOf("Signature", first.campaign.id, `"holdsPlace" = true`)).toBe(1);
  });

  test("the −1 lands where and when it was counted: every cube is a recount of the signatures, never below zero", async () => {
    const campaign = await aCampaign();
    const [gone] = [await aConfirmed({ campaign }), await aConfirmed({ campaign })];
    await foldTallies(by);
    const late = await sign(after(days(1)), campaign, aForm({ email: "late@example.org" })).then(() =>
      mailedToken(campaign.id, "late@example.org"),
    );
    await confirm(after(days(1)), late);
    await withdrawSignatures(after(days(2)), gone.key);
    await foldTallies(after(days(2)));
    const { folded, differing } = await cubesOf(campaign.id);
    expect(differing).toEqual([]);
    expect(folded.filter(({ cube }) => cube === "day")).toEqual([
      { cube: "day", key: "", bucket: "2026-11-24", n: 1 },
      { cube: "day", key: "", bucket: "2026-11-25", n: 1 },
    ]);
    // Also one that is taken back before anybody has counted it.
    await withdrawSignatures(after(days(2)), { link: "confirm", token: late });
    await foldTallies(after(days(2)));
    const then = await cubesOf(campaign.id);
    expect(then.differing).toEqual([]);
    expect(then.folded.every(({ n }) => n > 0)).toBe(true);
  });

  test("also after the closing; when the retention ends its person is erased, and it counts nowhere", async () => {
    const campaign = await aCampaign({ closesAt: later(by.now, days(10)) });
    const { key, id } = await aConfirmed({ campaign });
    expect(await withdrawSignatures(after(days(11)), key)).toEqual({ outcome: "withdrawn" });
    await eraseRetained(after(days(40)));
    const [row] = await sql(
      "test-erased",
      `select "state", "sealedPerson" is null and "emailHmac" is null and "stateDivisionId" is null as "isErased"
       from "Signature" where "id" = $1`,
      [id],
      z.object({ state: z.string(), isErased: z.boolean() }),
    );
    expect(row).toEqual({ state: "withdrawn", isErased: true });
    await foldTallies(after(days(40)));
    expect((await countOf(campaign.id)).confirmed).toBe(0);
  });

  test("a link that has ended takes nothing back", async () => {
    const { key, campaign } = await aConfirmed();
    expect(await withdrawSignatures(after(days(400)), key)).toEqual({ outcome: "unknown" });
    expect(await withdrawSignatures(by, { link: "confirm", token: "x".repeat(43) })).toEqual({ outcome: "unknown" });
    expect(await rowsOf("Signature", campaign.id, `"state" = 'confirmed'`)).toBe(1);
  });
});

test("a state and the instant of withdrawing stand or fall together", async () => {
  const { id } = await aSigner();
  const set = (change: string) =>
    sql(`test-set ${change}`, `update "Signature" set ${change} where "id" = $1`, [id], none);
  await expect(set(`"state" = 'withdrawn'`)).rejects.toThrow(/Signature_withdrawn/);
  await expect(set(`"withdrawnAt" = now()`)).rejects.toThrow(/Signature_withdrawn/);
});
