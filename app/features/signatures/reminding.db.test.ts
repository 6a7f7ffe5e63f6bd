import { describe, expect, test } from "vitest";
import { z } from "zod";
import { sql, transaction } from "#app/lib/db.server.ts";
import { days, hours, later } from "#app/lib/time.ts";
import { schedule } from "#server/schedule.ts";
import { mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import { aCampaign, aForm, after, by, confirm, elsewhere, rowsOf, sign } from "./internal/signing.fixture.ts";
import { disownSignature } from "./disown-signature.server.ts";
import { forgoReminders } from "./forgo-reminders.server.ts";
import { dueReminders } from "./internal/due-reminders.server.ts";
import { sendLinkAgain } from "./mail-new-link.server.ts";
import { remindUnconfirmed } from "./remind-unconfirmed.server.ts";

async function aSigner(given: Partial<Record<string, string>> = {}, at = by) {
  const campaign = await aCampaign();
  const form = aForm(given);
  const cookie = await sign(at, campaign, form);
  const mails = () => mailsTo(campaign.id, form.email);
  return { campaign, form, cookie, mails };
}
const subjects = (mails: { subject: string }[]) => mails.map(({ subject }) => subject);
const both = ["Please confirm your request", "Reminder: please confirm your request"];

describe("a reminder", () => {
  test("goes once, two days after signing, with a link of its own that confirms; the first one still does", async () => {
    const { campaign, form, mails } = await aSigner();
    const first = await mailedToken(campaign.id, form.email);
    await remindUnconfirmed(after(days(2) - 1));
    expect(await mails()).toHaveLength(1);
    expect(await remindUnconfirmed(after(days(2)))).toBeGreaterThanOrEqual(1);
    await Promise.all([remindUnconfirmed(after(days(2))), remindUnconfirmed(after(days(3)))]);
    expect(subjects(await mails())).toEqual(both);
    const second = await mailedToken(campaign.id, form.email);
    expect(second).not.toBe(first);
    const text = (await mails()).at(-1)?.text.replace(/\s+/g, " ");
    expect(text).toContain(
      "We ask once. The link works until 3 December 2026; on 8 December 2026 everything is erased.",
    );
    expect(await confirm(after(days(9) - 1), second)).toMatchObject({ outcome: "confirmed" });
    expect(await confirm(after(days(9)), first)).toMatchObject({ outcome: "already" });
  });

  test("is a job of the schedule", async () => {
    const { mails } = await aSigner();
    const job = schedule.find(({ name }) => name === "remind-unconfirmed");
    await job?.run({ actor: "worker", now: later(by.now, days(2)) }, new AbortController().signal);
    expect(subjects(await mails())).toEqual(both);
  });

  test("of one whose row cannot be opened keeps nobody else waiting", async () => {
    const broken = await aSigner();
    const { mails } = await aSigner({}, after(1));
    await sql(
      "test-break",
      `update "Signature" set "sealedPerson" = '\\x00' where "campaignId" = $1 returning "id"`,
      [broken.campaign.id],
      z.unknown(),
    );
    await remindUnconfirmed(after(days(2) + 1));
    expect(subjects(await mails())).toEqual(both);
  });

  test("two workers at once queue one", async () => {
    const { mails } = await aSigner();
    await Promise.all(Array.from({ length: 4 }, () => remindUnconfirmed(after(days(2)))));
    expect(subjects(await mails())).toEqual(both);
  });

  test("reaches all of more than a batch, oldest first", async () => {
    const campaign = await aCampaign();
    // Each from a network of its own, else there are too many.
    for (let n = 0; n < 54; n += 1) await sign({ ...after(n), network: `198.51.100.${n}` }, campaign);
    const reminded = () => rowsOf("Signature", campaign.id, `"remindedAt" is not null`);
    await remindUnconfirmed(after(days(2) + 51));
    expect(await reminded()).toBe(52);
    await remindUnconfirmed(after(days(2) + 53));
    expect(await reminded()).toBe(54);
  });
});

describe("no reminder goes", () => {
  test("after a restore where it was due by then: it may have gone since the backup (fault 53)", async () => {
    const [due, later] = [await aSigner(), await aSigner({}, after(hours(1)))];
    expect(await forgoReminders(after(days(2)), { batch: 1 })).toBeGreaterThanOrEqual(1);
    await remindUnconfirmed(after(days(3)));
    expect(subjects(await due.mails())).toEqual(both.slice(0, 1));
    expect(subjects(await later.mails()), "that one was not due yet").toEqual(both);
  });

  test("to whoever has confirmed", async () => {
    const { campaign, form, mails } = await aSigner();
    await confirm(by, await mailedToken(campaign.id, form.email));
    await remindUnconfirmed(after(days(2)));
    expect(await mails()).toHaveLength(1);
  });

  test("to whoever confirmed another signature of the campaign; another person of the address gets theirs", async () => {
    const { campaign, form, mails } = await aSigner();
    await sign(after(hours(1)), campaign, form);
    await confirm(after(hours(1)), await mailedToken(campaign.id, form.email));
    await sign(elsewhere(hours(2)), campaign, aForm({ email: form.email, givenName: "Other" }));
    expect(await mails()).toHaveLength(3);
    await remindUnconfirmed(after(days(2) + hours(2)));
    expect(subjects(await mails()).filter((subject) => subject === both[1])).toHaveLength(1);
  });

  test("twice to whoever signed twice: of the newer one", async () => {
    const { campaign, form, mails } = await aSigner();
    await sign(after(hours(5)), campaign, form);
    await remindUnconfirmed(after(days(2)));
    expect(await mails()).toHaveLength(2);
    await remindUnconfirmed(after(days(2) + hours(5)));
    await remindUnconfirmed(after(days(4)));
    expect(subjects(await mails())).toEqual([both[0], both[0], both[1]]);
  });

  test("once the campaign has closed, nor when it opens again", async () => {
    const campaign = await aCampaign({ closesAt: later(by.now, days(1)) });
    const form = aForm();
    await sign(by, campaign, form);
    await remindUnconfirmed(after(days(2)));
    await sql(
      "test-open-again",
      `update "Campaign" set "closesAt" = $2 where "id" = $1`,
      [campaign.id, later(by.now, days(9))],
      z.unknown(),
    );
    await remindUnconfirmed(after(days(3)));
    expect(await mailsTo(campaign.id, form.email)).toHaveLength(1);
  });

  test("to an address that said “This wasn’t me” about another signature of the campaign", async () => {
    const { campaign, form, mails } = await aSigner();
    await sign(after(hours(1)), campaign, aForm({ email: form.email, givenName: "Other" }));
    await disownSignature(after(hours(2)), { token: await mailedToken(campaign.id, form.email) });
    await remindUnconfirmed(after(days(2)));
    expect(await mails()).toHaveLength(1);
  });

  test("fault 20: past the day's quota of its address", async () => {
    const { campaign, cookie, mails } = await aSigner();
    const day = days(2) - hours(12);
    for (let n = 0; n < 3; n += 1)
      await sendLinkAgain(n === 0 ? elsewhere(day) : after(day + n), { cookieToken: cookie, campaignId: campaign.id });
    expect(await mails()).toHaveLength(4);
    await remindUnconfirmed(after(days(2)));
    await remindUnconfirmed(after(days(3)));
    expect(await mails()).toHaveLength(4);
  });

  test("in the last days before all is erased, after the worker had stopped", async () => {
    const { mails } = await aSigner();
    await remindUnconfirmed(after(days(12) + 1));
    expect(await mails()).toHaveLength(1);
    await remindUnconfirmed(after(days(12)));
    expect(await mails()).toHaveLength(2);
  });

  test("while somebody is just confirming: their turn is first", async () => {
    const { mails } = await aSigner();
    await transaction(async (tx) => {
      await tx.sql("test-lock", `select 1 from "Signature" for update`, [], z.unknown());
      await remindUnconfirmed(after(days(2)));
    });
    expect(await mails()).toHaveLength(1);
    await remindUnconfirmed(after(days(2)));
    expect(await mails()).toHaveLength(2);
  });
});

test("who is due is found by an index", async () => {
  const plan = await transaction(async (tx) => {
    await tx.sql("test-no-seqscan", "set local enable_seqscan = off", [], z.unknown());
    let lines: string[] = [];
    const explain: typeof tx.sql = async (_name, text, values) => {
      const rows = await tx.sql("test-explain", `explain ${text}`, values, z.object({ "QUERY PLAN": z.string() }));
      lines = rows.map((row) => row["QUERY PLAN"]);
      return [];
    };
    await dueReminders({ sql: explain }, by, { last: null, limit: 100 });
    return lines.join("\n");
  });
  expect(plan).toMatch(/Index Scan using "Signature_to_remind"/);
  expect(plan).not.toMatch(/Sort|Seq Scan/);
});
