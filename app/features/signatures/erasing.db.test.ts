import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { bytes, count, none, sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { days, later, minutes } from "#app/lib/time.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { sendDeliveries } from "#app/features/delivery/send-deliveries.server.ts";
import { storeLocalMail } from "#app/features/delivery/store-local-mail.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { mailedPersonalToken, mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import { aCampaign, aForm, after, approve, by, confirm, ministry, rowsOf, sign } from "./internal/signing.fixture.ts";
import { countOf } from "./count-of.server.ts";
import { eraseSignatures } from "./erase-signatures.server.ts";
import { expireSignatures } from "./expire-signatures.server.ts";
import { foldTallies } from "./fold-tallies.server.ts";
import { mailPersonalLink } from "./mail-personal-link.server.ts";
import { savePreview } from "./save-preview.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { withdrawSignatures } from "./withdraw-signatures.server.ts";

const office = ministry.contacts[0]?.value ?? "";
const n = z.object({ n: count });

async function aSigner(campaign: Campaign, form = aForm()) {
  const cookie = await sign(by, campaign, form);
  await savePreview(by, { cookieToken: cookie, campaignId: campaign.id, body: "A draft.", recipients: null });
  const token = await mailedToken(campaign.id, form.email);
  const signature = await signatureByToken(by, token, ["confirm"]);
  if (!signature) throw new Error("no signature");
  return { form, cookie, token, id: signature.id, key: { link: "confirm", token } as const };
}

async function aConfirmed(campaign: Campaign, form = aForm()) {
  const signer = await aSigner(campaign, form);
  await approve(by, campaign, signer.cookie, "Words of mine.");
  await confirm(by, signer.token);
  const letter = (await lettersOf(signer.id)).find(({ channel }) => channel === "email");
  return { ...signer, letterId: letter?.id ?? "" };
}

/** What is left of a signature, wherever it could be. */
async function traces(id: string) {
  const [row] = await sql(
    "test-traces",
    `select s."state", s."erasedAt" is not null as "isErased",
       num_nonnulls(s."sealedPerson", s."emailHmac", s."nameHmac", s."attemptHmac", s."houseDivisionId", s."mapId", s."source") as "left",
       (select count(*)::int from "Letter" l where l."signatureId" = s."id") as "letters",
       (select count(*)::int from "LetterDraft" l where l."signatureId" = s."id") as "drafts",
       (select count(*)::int from "Token" t where t."signatureId" = s."id") as "tokens",
       (select count(*)::int from "Consent" c where c."signatureId" = s."id") as "consents",
       (select count(*)::int from "Delivery" d where d."subjectId" = s."id" and d."sealedPayload" is not null) as "mails"
     from "Signature" s where s."id" = $1`,
    [id],
    z.object({
      state: z.string(),
      isErased: z.boolean(),
      left: z.number(),
      letters: z.number(),
      drafts: z.number(),
      tokens: z.number(),
      consents: z.number(),
      mails: z.number(),
    }),
  );
  return row ?? null;
}
const nothing = { isErased: true, left: 0, letters: 0, drafts: 0, tokens: 0, consents: 0, mails: 0 };

const localMails = async () => (await sql("test-local", `select count(*) as "n" from "LocalMail"`, [], n))[0]?.n;

describe("fault 42: erased while a letter is on its way", () => {
  const delivery = (letterId: string) =>
    sql(
      "test-delivery",
      `select "id", "state", "sealedPayload", "recipientHmac" from "Delivery" where "subjectKind" = 'letter' and "subjectId" = $1`,
      [letterId],
      z.object({ id: z.string(), state: z.string(), sealedPayload: bytes.nullable(), recipientHmac: bytes.nullable() }),
    );

  test.each(["queued", "sending", "held", "accepted"])(
    "%s: not sent any more, gone from every queue",
    async (state) => {
      const { key, letterId, id } = await aConfirmed(await aCampaign());
      const [before] = await delivery(letterId);
      // Each on the way that deliveries go.
      for (const to of state === "queued" ? [] : new Set(["sending", state])) {
        await sql("test-state", `update "Delivery" set "state" = $2 where "id" = $1`, [before?.id, to], none);
      }
      if (state === "accepted") {
        const body = JSON.stringify({ from: "a@redress.example", to: office, subject: "S", text: "Words of mine." });
        await storeLocalMail(by, { key: before?.id ?? "", body });
      }
      expect(await eraseSignatures(by, key)).toEqual({ outcome: "erased" });
      const [then] = await delivery(letterId);
      expect(then).toMatchObject({ sealedPayload: null, recipientHmac: null });
      expect(then?.state).toBe(state === "accepted" ? "accepted" : "cancelled");
      expect(await localMails()).toBe(0);
      expect(await traces(id)).toEqual({ state: "withdrawn", ...nothing });
    },
  );

  test("with the local mailbox just now: no copy is kept, and it is not sent again", async () => {
    await sql("test-clear", `delete from "Delivery"`, [], none);
    const { key, letterId } = await aConfirmed(await aCampaign());
    // The mailbox, asked by the worker for the letter; its owner erases it before the mailbox has it.
    let asked = 0;
    const mailbox = createServer((request, response) => {
      void (async () => {
        let body = "";
        for await (const chunk of request) body += String(chunk);
        if (body.includes("Words of mine.")) {
          asked += 1;
          await eraseSignatures(by, key);
        }
        const stored = await storeLocalMail(by, { key: String(request.headers["idempotency-key"]), body });
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ id: stored.outcome === "stored" ? stored.id : "" }));
      })();
    });
    await new Promise<void>((resolve) => mailbox.listen(0, "127.0.0.1", resolve));
    const settings = {
      ...env(),
      RESEND_BASE_URL: `http://127.0.0.1:${(mailbox.address() as AddressInfo).port}`,
    };
    const send = () =>
      sendDeliveries(
        { actor: "worker", now: by.now },
        { workerId: "w", limit: 100, signal: new AbortController().signal, now: () => by.now, settings },
      );
    await send();
    await send();
    mailbox.close();
    expect(asked).toBe(1);
    expect((await delivery(letterId)).map(({ state, sealedPayload }) => [state, sealedPayload])).toEqual([
      ["cancelled", null],
    ]);
    expect(await localMails()).toBe(0);
  });
});

describe("erasing one signature", () => {
  test("while the campaign is open withdraws it; its link opens nothing any more", async () => {
    const campaign = await aCampaign();
    const { key, token, id, form } = await aConfirmed(campaign);
    await foldTallies(by);
    await eraseSignatures(after(minutes(1)), key);
    await foldTallies(after(minutes(1)));
    expect((await countOf(campaign.id)).confirmed).toBe(0);
    expect(await traces(id)).toEqual({ state: "withdrawn", ...nothing });
    expect(await signatureByToken(by, token, ["confirm"])).toBeNull();
    expect(await eraseSignatures(by, key)).toEqual({ outcome: "unknown" });
    expect(await mailsTo(campaign.id, form.email)).toEqual([]);
    await sign(after(minutes(5)), campaign, form);
    expect((await confirm(after(minutes(6)), await mailedToken(campaign.id, form.email))).outcome).toBe("confirmed");
  });

  test("after the closing it stays in the count, under nobody's name; withdrawn first, it does not", async () => {
    const campaign = await aCampaign({ closesAt: later(by.now, days(10)) });
    const stays = await aConfirmed(campaign);
    const leaves = await aConfirmed(campaign);
    await foldTallies(by);
    const late = after(days(11));
    await withdrawSignatures(late, leaves.key);
    await eraseSignatures(late, leaves.key);
    await eraseSignatures(late, stays.key);
    await foldTallies(late);
    expect((await countOf(campaign.id)).confirmed).toBe(1);
    expect(await traces(stays.id)).toEqual({ state: "confirmed", ...nothing });
    expect(await traces(leaves.id)).toEqual({ state: "withdrawn", ...nothing });
  });

  test("a pending one leaves no row at all", async () => {
    const campaign = await aCampaign();
    const { key, id } = await aSigner(campaign);
    expect(await eraseSignatures(by, key)).toEqual({ outcome: "erased" });
    expect(await traces(id)).toBeNull();
    expect(await rowsOf("TallyDelta", campaign.id, `"kind" = 'confirmed'`)).toBe(0);
  });

  test("twice at once: one of them does it, and it counts one less once", async () => {
    const campaign = await aCampaign();
    const { key } = await aConfirmed(campaign);
    const both = await Promise.all([eraseSignatures(by, key), eraseSignatures(by, key)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["erased", "unknown"]);
    expect(await rowsOf("TallyDelta", campaign.id, `"n" = -1`)).toBe(1);
  });
});

describe("erasing everything of an address", () => {
  test("takes all of it in every campaign, its links and mails too, and nothing of anybody else", async () => {
    const campaigns = [await aCampaign(), await aCampaign(), await aCampaign({ closesAt: later(by.now, minutes(30)) })];
    const [open, other, closing] = campaigns as [Campaign, Campaign, Campaign];
    const email = "everything@example.org";
    const confirmed = await aConfirmed(open, aForm({ email }));
    const pending = await aSigner(other, aForm({ email }));
    const counted = await aConfirmed(closing, aForm({ email }));
    const neighbour = await aConfirmed(open);
    const at = after(minutes(40));
    await mailPersonalLink(at, { email, locale: "en" });
    const first = await mailedPersonalToken(email);
    await mailPersonalLink(after(minutes(41)), { email: "EVERYTHING@example.org", locale: "en" });
    const second = await mailedPersonalToken("EVERYTHING@example.org");
    expect(await eraseSignatures(after(minutes(42)), { link: "personal", token: first })).toEqual({
      outcome: "erased",
    });
    expect(await traces(confirmed.id)).toEqual({ state: "withdrawn", ...nothing });
    expect(await traces(pending.id)).toBeNull();
    expect(await traces(counted.id)).toEqual({ state: "confirmed", ...nothing });
    for (const token of [first, second]) {
      expect(await eraseSignatures(after(minutes(42)), { link: "personal", token })).toEqual({ outcome: "unknown" });
    }
    for (const { id } of campaigns) expect(await mailsTo(id, email)).toEqual([]);
    expect(await mailsTo(null, email)).toEqual([]);
    expect(await mailsTo(null, "EVERYTHING@example.org")).toEqual([]);
    expect(await traces(neighbour.id)).toMatchObject({ state: "confirmed", isErased: false, letters: 2 });
    await foldTallies(at);
    expect((await countOf(open.id)).confirmed).toBe(1);
    expect((await countOf(closing.id)).confirmed).toBe(1);
  });
});

test("who did not confirm in time leaves no copy in the local mailbox either", async () => {
  const campaign = await aCampaign();
  const { id, form } = await aSigner(campaign);
  const [mail] = await sql(
    "test-confirm-mail",
    `select "id" from "Delivery" where "subjectId" = $1`,
    [id],
    z.object({ id: z.string() }),
  );
  const body = JSON.stringify({ from: "a@redress.example", to: form.email, subject: "S", text: "T" });
  await storeLocalMail(by, { key: mail?.id ?? "", body });
  expect(await localMails()).toBe(1);
  await expireSignatures(after(days(14)));
  expect(await localMails()).toBe(0);
});
