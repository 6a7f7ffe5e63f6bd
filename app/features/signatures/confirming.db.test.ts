import { describe, expect, test } from "vitest";
import pg from "pg";
import { z } from "zod";
import { env } from "#app/lib/env.server.ts";
import { sql, transaction } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { days, hours, minutes } from "#app/lib/time.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { draftOf } from "#app/features/letters/save-draft.server.ts";
import { mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import {
  aCampaign,
  aForm,
  after,
  approve,
  by,
  company,
  confirm,
  ministry,
  rowsOf,
  sign,
  textsShown,
} from "./internal/signing.fixture.ts";
import { confirmSignature } from "./confirm-signature.server.ts";
import { countOf, placesOf } from "./count-of.server.ts";
import { eraseRetained } from "./erase-retained.server.ts";
import { expireSignatures } from "./expire-signatures.server.ts";
import { foldTallies } from "./fold-tallies.server.ts";
import { openWriter } from "./open-writer.server.ts";
import { savePreview } from "./save-preview.server.ts";
import { signatureByToken } from "./signature-of.server.ts";

const office = ministry.contacts[0]?.value ?? "";

async function aSigner() {
  const campaign = await aCampaign();
  const form = aForm();
  const cookie = await sign(by, campaign, form);
  const link = await mailedToken(campaign.id, form.email);
  const signature = await signatureByToken(by, link, ["confirm"]);
  if (!signature) throw new Error("no signature");
  const letters = () => lettersOf(signature.id);
  return { campaign, form, cookie, link, id: signature.id, letters };
}

describe("confirming", () => {
  test("releases what was shown: the mailed letter leaves once, answers go to its writer, the other is theirs", async () => {
    const { campaign, form, cookie, link, letters } = await aSigner();
    expect(await approve(by, campaign, cookie, "My own words.")).toEqual({ outcome: "approved" });
    expect(await mailsTo(campaign.id, office)).toEqual([]);
    expect(await confirm(by, link)).toMatchObject({ outcome: "confirmed", slug: campaign.slug });
    const [mail, ...others] = await mailsTo(campaign.id, office);
    expect(others).toEqual([]);
    expect(mail?.text).toContain("My own words.");
    expect(mail?.replyTo).toBe(form.email);
    expect((await letters()).map(({ state }) => state)).toEqual(["released", "released"]);
  });

  test("fault 22: twice, also at once and days later, is the same success, counted and mailed once", async () => {
    const { campaign, cookie, link } = await aSigner();
    await approve(by, campaign, cookie, "My own words.");
    const texts = await textsShown(by, link);
    const both = await Promise.all([confirm(by, link, texts), confirm(by, link, texts)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already", "confirmed"]);
    expect(await confirm(after(days(30)), link, texts)).toMatchObject({
      outcome: "already",
      cookieToken: expect.any(String),
    });
    expect(await rowsOf("TallyDelta", campaign.id, `"kind" = 'confirmed'`)).toBe(1);
    expect(await mailsTo(campaign.id, office)).toHaveLength(1);
  });

  test("the link serves until the campaign's retention ends, and no longer", async () => {
    const { link } = await aSigner();
    await confirm(by, link);
    const until = (await signatureByToken(by, link, ["confirm"]))?.expiresAt;
    expect(until).toEqual(after(days(120)).now);
    expect((await confirm(after(days(120)), link)).outcome).toBe("expired");
  });
});

describe("fault 50: a stranger signs with somebody's address and keeps the cookie", () => {
  test("what they change after the page was shown is not confirmed", async () => {
    const { campaign, cookie, link } = await aSigner();
    const texts = await textsShown(by, link);
    await approve(by, campaign, cookie, "The stranger's words.");
    expect(await confirm(by, link, texts)).toEqual({ outcome: "changed" });
    expect(await mailsTo(campaign.id, office)).toEqual([]);
    expect(await rowsOf("TallyDelta", campaign.id, `"kind" = 'confirmed'`)).toBe(0);
  });

  test.each([true, false])("after confirming the cookie opens nothing (a text shown: %s)", async (withText) => {
    const { campaign, cookie, link, id } = await aSigner();
    if (withText) await approve(by, campaign, cookie, "Words that were shown.");
    const confirmed = await confirm(by, link);
    if (!("cookieToken" in confirmed)) throw new Error(confirmed.outcome);
    expect(await signatureByToken(by, cookie, ["letter", "writer"])).toBeNull();
    expect(await approve(by, campaign, cookie, "The stranger's words.")).toEqual({ outcome: "unknown" });
    const preview = { campaignId: campaign.id, body: "The stranger's draft.", recipients: null };
    expect(await savePreview(by, { ...preview, cookieToken: cookie })).toEqual({ outcome: "unknown" });
    expect((await draftOf(by, id))?.body).not.toBe("The stranger's draft.");

    expect(await approve(after(hours(1)), campaign, confirmed.cookieToken, "The owner's words.")).toEqual({
      outcome: "released",
    });
    const texts = (await mailsTo(campaign.id, office)).map(({ text }) => text).join("\n");
    expect(texts).toContain(withText ? "Words that were shown." : "The owner's words.");
    expect(texts).not.toContain("stranger");
    // One letter to an office: what has left is not followed by another.
    expect(await mailsTo(campaign.id, office)).toHaveLength(1);
  });

  test("approving and confirming at once: only a text that was shown leaves", async () => {
    for (let n = 0; n < 8; n += 1) {
      const { campaign, cookie, link } = await aSigner();
      await approve(by, campaign, cookie, "Words that were shown.");
      const texts = await textsShown(by, link);
      const [approved, confirmed] = await Promise.all([
        approve(after(1), campaign, cookie, "The stranger's words."),
        confirm(after(1), link, texts),
      ]);
      expect([approved.outcome, confirmed.outcome]).toEqual(
        confirmed.outcome === "confirmed" ? ["unknown", "confirmed"] : ["approved", "changed"],
      );
      for (const { text } of await mailsTo(campaign.id, office)) expect(text).toContain("Words that were shown.");
    }
  });

  test("nobody's pending signature blocks anybody: the owner signs and confirms their own", async () => {
    const { campaign, form } = await aSigner();
    await sign(after(minutes(2)), campaign, form);
    expect((await confirm(after(minutes(3)), await mailedToken(campaign.id, form.email))).outcome).toBe("confirmed");
  });
});

test("the cookie given behind the link writes before confirming too; one of another campaign does not", async () => {
  const { campaign, link, letters } = await aSigner();
  const opened = await openWriter(by, { token: link });
  if (opened.outcome !== "opened") throw new Error(opened.outcome);
  expect(await approve(by, await aCampaign(), opened.cookieToken, "Words.")).toEqual({ outcome: "unknown" });
  expect(await approve(by, campaign, opened.cookieToken, "Words.")).toEqual({ outcome: "approved" });
  expect(await letters()).toHaveLength(2);
  expect((await openWriter(after(days(7)), { token: link })).outcome).toBe("expired");
});

test("opened again and again, the letters leave so many cookies and no more, of which the last writes", async () => {
  const { campaign, link } = await aSigner();
  let last = "";
  for (let n = 0; n < 60; n += 1) {
    const opened = await openWriter(after(n), { token: link });
    if (opened.outcome === "opened") last = opened.cookieToken;
  }
  const tokens = await sql(
    "test-tokens",
    `select t."hash" from "Token" t join "Signature" s on s."id" = t."signatureId"
     where s."campaignId" = $1 and t."purpose" = 'letter'`,
    [campaign.id],
    z.unknown(),
  );
  expect(tokens).toHaveLength(50);
  expect(await approve(by, campaign, last, "Words.")).toEqual({ outcome: "approved" });
});

describe("counting", () => {
  test("adds up once, by place too, and numbers in the order of confirming", async () => {
    const campaign = await aCampaign();
    const links: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const form = aForm();
      await sign(by, campaign, form);
      links.push(await mailedToken(campaign.id, form.email));
    }
    for (const link of links) await confirm(by, link);
    expect((await countOf(campaign.id)).confirmed).toBe(0);
    const folds = await Promise.all([foldTallies(after(500)), foldTallies(after(500))]);
    expect(folds.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBeGreaterThanOrEqual(3);
    await foldTallies(after(1000));
    expect(await countOf(campaign.id)).toEqual({ confirmed: 3, asOf: after(1000).now });
    expect(await placesOf(campaign.id)).toEqual([{ stateDivisionId: "ocd-division/country:us/state:ca", n: 3 }]);
    const numbers = await Promise.all(
      links.map(async (link) => (await signatureByToken(by, link, ["confirm"]))?.number),
    );
    expect(numbers).toEqual([1, 2, 3]);
    expect(await rowsOf("TallyDelta", campaign.id, `"kind" = 'confirmed'`)).toBe(0);
  });

  test("fault 49: a change whose lower id commits after a fold is folded by the next", async () => {
    const campaignId = newId(by.now);
    const insert = `insert into "TallyDelta" ("campaignId", "at", "kind", "n") values ($1, $2, 'confirmed', 1)`;
    const slow = new pg.Client({ connectionString: env().DATABASE_URL });
    await slow.connect();
    await slow.query("begin");
    await slow.query(insert, [campaignId, by.now]);
    await transaction((tx) => tx.sql("test-delta", insert, [campaignId, by.now], z.unknown()));
    await foldTallies(by);
    expect((await countOf(campaignId)).confirmed).toBe(1);
    await slow.query("commit");
    await slow.end();
    await foldTallies(by);
    expect((await countOf(campaignId)).confirmed).toBe(2);
    await foldTallies(by);
    expect((await countOf(campaignId)).confirmed).toBe(2);
  });
});

describe("erasing", () => {
  const traces = (id: string) =>
    sql(
      "test-traces",
      `select s."state", s."number", s."sealedPerson" is null and s."emailHmac" is null and s."nameHmac" is null as "isErased",
         (select count(*)::int from "Token" t where t."signatureId" = s."id") as "tokens",
         (select count(*)::int from "Consent" c where c."signatureId" = s."id") as "consents"
       from "Signature" s where s."id" = $1`,
      [id],
      z.object({
        state: z.string(),
        number: z.number().nullable(),
        isErased: z.boolean(),
        tokens: z.number(),
        consents: z.number(),
      }),
    );

  test("who did not confirm within 14 days is gone, with letters, draft and mail", async () => {
    const { campaign, form, cookie, link, id, letters } = await aSigner();
    await approve(by, campaign, cookie, "Words.");
    await expireSignatures(after(days(14) - 1));
    expect(await letters()).toHaveLength(2);
    expect(await expireSignatures(after(days(14)))).toBeGreaterThanOrEqual(1);
    expect(await traces(id)).toEqual([{ state: "expired", number: null, isErased: true, tokens: 0, consents: 0 }]);
    expect(await letters()).toEqual([]);
    expect(await draftOf(by, id)).toBeNull();
    expect(await mailsTo(campaign.id, form.email)).toEqual([]);
    expect(await confirm(after(days(14)), link)).toEqual({ outcome: "unknown" });
  });

  test("who confirmed is erased when the campaign's retention ends; the count stays", async () => {
    const { campaign, form, cookie, link, id, letters } = await aSigner();
    await approve(by, campaign, cookie, "Words.");
    await confirm(by, link);
    await foldTallies(by);
    await sign(by, campaign);
    await expireSignatures(after(days(14)));
    await eraseRetained(after(days(120) - 1));
    expect(await rowsOf("Signature", campaign.id, `"state" = 'expired'`)).toBe(1);
    expect((await signatureByToken(by, link, ["confirm"]))?.person.email).toBe(form.email);
    expect(await eraseRetained(after(days(120)))).toBeGreaterThanOrEqual(1);
    expect(await eraseRetained(after(days(120)))).toBe(0);
    expect(await traces(id)).toEqual([{ state: "confirmed", number: 1, isErased: true, tokens: 0, consents: 0 }]);
    expect(await letters()).toEqual([]);
    expect(await mailsTo(campaign.id, office)).toEqual([]);
    expect((await countOf(campaign.id)).confirmed).toBe(1);
    expect(await rowsOf("Signature", campaign.id), "who never confirmed leaves nothing").toBe(1);
  });
});

describe("fault 51: what a letter rests on has changed between writing and confirming", () => {
  const somebodyElse = { ...ministry, officialId: "bioguide:N000001", name: "A newcomer" };
  const noAddress = { ...ministry, contacts: [] };
  const abolished = null;

  test.each([
    ["somebody else holds the office", somebodyElse],
    ["its address is gone", noAddress],
    ["the office is gone", abolished],
  ])("%s: its letter is held and mailed to nobody, the others go, the signature counts", async (_what, now) => {
    const { campaign, cookie, link, letters } = await aSigner();
    await approve(by, campaign, cookie, "Words.");
    const offices = () => Promise.resolve([now, company].filter((one) => one !== null));
    const texts = await textsShown(by, link);
    expect((await confirmSignature(by, { token: link, texts }, offices)).outcome).toBe("confirmed");
    const states = Object.fromEntries((await letters()).map(({ officeId, state }) => [officeId, state]));
    expect(states).toEqual({ [ministry.officeId]: "held", [company.officeId]: "released" });
    expect(await mailsTo(campaign.id, office)).toEqual([]);
    await foldTallies(by);
    expect((await countOf(campaign.id)).confirmed).toBe(1);
  });
});
