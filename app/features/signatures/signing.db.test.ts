import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { isDatabaseDown, sql } from "#app/lib/db.server.ts";
import { days, later, minutes, seconds } from "#app/lib/time.ts";
import { mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import { readingOnly } from "../../../tests/support/reading-only.ts";
import { usedIndexes } from "../../../tests/support/used-indexes.ts";
import {
  aCampaign,
  aForm,
  after,
  by,
  california,
  confirm,
  elsewhere,
  rowsOf,
  sign,
  textsShown,
} from "./internal/signing.fixture.ts";
import { disownSignature } from "./disown-signature.server.ts";
import { mailNewLink, sendLinkAgain } from "./mail-new-link.server.ts";
import { savePreview } from "./save-preview.server.ts";
import { signCampaign, signLimits } from "./sign-campaign.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { signatureStates, signatureTransitions } from "./signature.ts";

describe("signing", () => {
  test("stores a pending signature whose person is sealed, and mails one neutral link", async () => {
    const campaign = await aCampaign();
    const form = aForm({ givenName: "Sentinella" });
    const letter = await sign(by, campaign, form);
    const signature = await signatureByToken(by, letter, ["letter"]);
    expect(signature).toMatchObject({ state: "pending", person: { givenName: "Sentinella", email: form.email } });
    const [mail, ...others] = await mailsTo(campaign.id, form.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Please confirm your request");
    expect(JSON.stringify(mail)).not.toMatch(/Sentinella|A call/);
    const [row] = await sql(
      "test-row",
      `select row_to_json(s)::text || encode(s."sealedPerson", 'escape') as "t" from "Signature" s where "campaignId" = $1`,
      [campaign.id],
      z.object({ t: z.string() }),
    );
    expect(row?.t).not.toContain("Sentinella");
    expect(await rowsOf("Consent", campaign.id)).toBe(2);
  });

  test("an attempt is looked for among its own rows, whatever the planner believes of the table", async () => {
    const campaign = await aCampaign();
    const used = await usedIndexes(() => sign(by, campaign, aForm()));
    // Foreign keys walk the primary key.
    const ofSignatures = used.indexes.filter((name) => /^Signature_(?!pkey)/.test(name));
    expect(ofSignatures).toEqual(["Signature_attempt_hmac"]);
  });

  test("fault 18: a double click is one signature and one mail; the first cookie lives a minute more", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    const tokens = await Promise.all([sign(by, campaign, form), sign(by, campaign, form), sign(by, campaign, form)]);
    expect(await rowsOf("Signature", campaign.id)).toBe(1);
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(1);
    const alive = async (ms: number) =>
      (await Promise.all(tokens.map((token) => signatureByToken(after(ms), token, ["letter"])))).filter(Boolean).length;
    expect(await alive(seconds(59))).toBe(3);
    expect(await alive(seconds(61))).toBe(1);
    await sign(after(seconds(61)), campaign, form);
    expect(await rowsOf("Signature", campaign.id)).toBe(2);
  });

  test("the same form from another browser of the network is another signature: nobody gets at a half-written letter", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    const press = (browser: string) => signCampaign(by, campaign, form, california, { browser });
    await Promise.all([press("theirs"), press("theirs"), press("a stranger's")]);
    expect(await rowsOf("Signature", campaign.id)).toBe(2);
  });

  test("fault 26: a network signs a campaign a hundred times in ten minutes, not more; another one goes on", async () => {
    const campaign = await aCampaign();
    const noisy = { ...by, network: "2001:db8:bad:1::1" };
    for (let n = 0; n < signLimits.campaign.most; n += 1) await sign(noisy, campaign);
    const again = (at: By) => signCampaign(at, campaign, aForm(), california);
    expect(await again({ ...noisy, network: "2001:db8:bad:1:ffff::2" })).toEqual({ outcome: "too-many" });
    expect(await rowsOf("Signature", campaign.id)).toBe(100);
    expect(await again({ ...noisy, network: "2001:db8:bad:2::1" })).toMatchObject({ outcome: "signed" });
    expect(await again({ ...noisy, now: later(noisy.now, minutes(10)) })).toMatchObject({ outcome: "signed" });
  });

  test("fault 17: a hundred sign-ups of one address at once are one signature", async () => {
    const campaign = await aCampaign();
    const email = "crowd@example.org";
    const forms = Array.from({ length: 100 }, (_, n) => aForm({ email, streetAddress: `${n % 50} Sample Street` }));
    // Who is told that the database is busy presses again, on the form that was kept.
    const press = (form: (typeof forms)[number], n: number): Promise<string> =>
      sign(n % 50 < 25 ? by : elsewhere(0), campaign, form).catch((error: unknown) => {
        if (!isDatabaseDown(error)) throw error;
        return press(form, n);
      });
    await Promise.all(forms.map(press));
    expect(await rowsOf("Signature", campaign.id)).toBe(50);
    expect(await mailsTo(campaign.id, email)).toHaveLength(3);
    const links = (await mailsTo(campaign.id, email)).map(({ text }) => /\/confirm\/([\w-]+)/.exec(text)?.[1] ?? "");
    const outcomes = await Promise.all(links.map((link) => confirm(by, link)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["confirmed", "signed-before", "signed-before"]);
    expect(await rowsOf("Signature", campaign.id, `"holdsPlace" = true`)).toBe(1);
    expect(await rowsOf("TallyDelta", campaign.id, `"kind" = 'confirmed'`)).toBe(1);
  });

  test("two people may share an address, a third may not", async () => {
    const campaign = await aCampaign();
    const outcomes: string[] = [];
    for (const [n, givenName] of ["Anna", "Boris", "Carla"].entries()) {
      await sign(n === 0 ? elsewhere(n) : after(n), campaign, aForm({ email: "family@example.org", givenName }));
      outcomes.push((await confirm(after(n), await mailedToken(campaign.id, "family@example.org"))).outcome);
    }
    expect(outcomes).toEqual(["confirmed", "confirmed", "signed-before"]);
  });

  test("fault 37: a name and an IDN address typed in another way are one person", async () => {
    const campaign = await aCampaign();
    const ways = [
      { email: "Ann@ä.example", givenName: "Zoë", familyName: "O’Brien" },
      { email: "ann@A\u0308.EXAMPLE", givenName: "ZOE\u0308", familyName: "O'Brien" },
      { email: "\u200Bann@xn--4ca.example", givenName: "Zo\u200Dë", familyName: "\u202EO’Brien" },
    ];
    const outcomes: string[] = [];
    for (const [n, way] of ways.entries()) {
      await sign(after(n), campaign, aForm(way));
      const { email } = aForm(way);
      expect(email.toLowerCase()).toBe("ann@xn--4ca.example");
      outcomes.push((await confirm(after(n), await mailedToken(campaign.id, email))).outcome);
    }
    expect(outcomes).toEqual(["confirmed", "signed-before", "signed-before"]);
  });

  test("fault 20: an address gets at most three mails of a campaign in a day, and the answer does not tell", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    const letter = await sign(by, campaign, form);
    for (let n = 0; n < 5; n += 1) {
      expect(await sendLinkAgain(elsewhere(minutes(n)), { cookieToken: letter, campaignId: campaign.id })).toEqual({
        outcome: "mailed",
      });
    }
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(3);
    await sendLinkAgain(after(days(1)), { cookieToken: letter, campaignId: campaign.id });
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(4);
  });

  test("a stranger who signs with somebody's address, again and again, leaves its owner a mail", async () => {
    const campaign = await aCampaign();
    const { email } = aForm();
    const stranger = elsewhere(0);
    for (let n = 0; n < 4; n += 1) await sign(stranger, campaign, aForm({ email, givenName: `Stranger ${n}` }));
    expect(await mailsTo(campaign.id, email)).toHaveLength(2);
    await sign(by, campaign, aForm({ email }));
    expect(await mailsTo(campaign.id, email)).toHaveLength(3);
    await sign({ ...by, network: "192.0.2.3" }, campaign, aForm({ email, givenName: "Another" }));
    expect(await mailsTo(campaign.id, email)).toHaveLength(3);
    for (let n = 0; n < 5; n += 1) await sign(stranger, await aCampaign(), aForm({ email }));
    for (let n = 0; n < 2; n += 1) await sign(stranger, await aCampaign(), aForm({ email }));
    const last = await aCampaign();
    await sign(stranger, last, aForm({ email }));
    expect(await mailsTo(last.id, email)).toHaveLength(0);
    await sign(by, last, aForm({ email }));
    expect(await mailsTo(last.id, email)).toHaveLength(1);
  });

  test("fault 21: looking at the link, also many times, writes nothing", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    await sign(by, campaign, form);
    const token = await mailedToken(campaign.id, form.email);
    const shown = await readingOnly(() => textsShown(by, token));
    expect(await readingOnly(() => textsShown(by, token))).toBe(shown);
    await expect(readingOnly(() => sign(by, campaign))).rejects.toThrow(/read-only/);
    expect(await rowsOf("Signature", campaign.id, `"state" = 'pending'`)).toBe(1);
  });

  test("fault 23: an altered link is unknown; an expired one confirms nothing and mails a new one", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    await sign(by, campaign, form);
    const token = await mailedToken(campaign.id, form.email);
    const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    expect(await confirm(by, altered)).toEqual({ outcome: "unknown" });
    expect(await mailNewLink(by, { token: altered })).toEqual({ outcome: "unknown" });
    const late = after(days(7));
    expect((await signatureByToken(late, token, ["confirm"]))?.isExpired).toBe(true);
    expect(await confirm(late, token)).toEqual({ outcome: "expired" });
    expect(await mailNewLink(late, { token })).toEqual({ outcome: "mailed" });
    const fresh = await mailedToken(campaign.id, form.email);
    expect(fresh).not.toBe(token);
    expect(await confirm(late, fresh)).toMatchObject({ outcome: "confirmed" });
  });

  test("fault 25: posted or confirmed after the closing, it is told and nothing is stored", async () => {
    const campaign = await aCampaign({ closesAt: later(by.now, minutes(10)) });
    const form = aForm();
    await sign(after(minutes(10) - 1), campaign, form);
    const token = await mailedToken(campaign.id, form.email);
    const late = after(minutes(10));
    expect(await signCampaign(late, campaign, aForm(), california)).toEqual({ outcome: "campaign-closed" });
    expect(await rowsOf("Signature", campaign.id)).toBe(1);
    expect(await confirm(late, token)).toEqual({ outcome: "closed" });
    expect(await mailNewLink(late, { token })).toEqual({ outcome: "closed" });
  });

  test("fault 27: who fills the hidden field gets the same answer, nothing stored and no mail", async () => {
    const campaign = await aCampaign();
    const form = aForm({ leaveEmpty: "x" });
    const letter = await sign(by, campaign, form);
    expect(letter).toHaveLength(43);
    expect(await signatureByToken(by, letter, ["letter"])).toBeNull();
    expect(await rowsOf("Signature", campaign.id)).toBe(0);
    expect(await mailsTo(campaign.id, form.email)).toEqual([]);
  });

  test("“This wasn’t me” erases at once; whoever enters the address anew can confirm, by one mail in a week", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    const letter = await sign(by, campaign, form);
    await savePreview(by, { cookieToken: letter, campaignId: campaign.id, body: "A draft", recipients: null });
    const token = await mailedToken(campaign.id, form.email);
    expect(await disownSignature(by, { token })).toEqual({ outcome: "erased" });
    expect(await disownSignature(by, { token })).toEqual({ outcome: "unknown" });
    expect(await rowsOf("Signature", campaign.id)).toBe(0);
    expect(await rowsOf("Consent", campaign.id)).toBe(0);
    expect(await signatureByToken(by, letter, ["letter"])).toBeNull();
    expect(await mailsTo(campaign.id, form.email)).toEqual([]);
    for (const at of [minutes(5), days(1), days(6), days(7)]) await sign(after(at), campaign, form);
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(1);
    await sign(after(days(7) + minutes(5)), campaign, form);
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(2);
  });

  test("whoever confirms what they entered after “This wasn’t me” is written to again", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    await sign(by, campaign, form);
    await disownSignature(after(1), { token: await mailedToken(campaign.id, form.email) });
    await sign(after(minutes(5)), campaign, form);
    await confirm(after(minutes(6)), await mailedToken(campaign.id, form.email));
    for (const givenName of ["Ann", "Bea"])
      await sign(after(days(1)), campaign, aForm({ email: form.email, givenName }));
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(3);
  });
});

test("the database knows the states that the code knows", async () => {
  const [found] = await sql(
    "test-check",
    `select pg_get_constraintdef(oid) as "text" from pg_constraint where conname = 'Signature_state'`,
    [],
    z.object({ text: z.string() }),
  );
  const states = [...(found?.text ?? "").matchAll(/'(\w+)'/g)].map(([, state]) => state);
  expect(states.sort()).toEqual([...signatureStates].sort());
  expect(Object.keys(signatureTransitions).sort()).toEqual([...signatureStates].sort());
});
