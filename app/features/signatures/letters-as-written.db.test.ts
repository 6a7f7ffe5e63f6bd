import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { days, hours, minutes } from "#app/lib/time.ts";
import { sendDeliveries } from "#app/features/delivery/send-deliveries.server.ts";
import { addTemplates } from "#app/features/letters/add-templates.server.ts";
import { templatesOf } from "#app/features/letters/templates-of.server.ts";
import { startFakeResend } from "../../../tests/fakes/resend.ts";
import type { FakeResend } from "../../../tests/fakes/resend.ts";
import { mailedToken } from "../../../tests/support/outbox.ts";
import { aCampaign, aForm, after, approve, by, confirm, ministry, sign } from "./internal/signing.fixture.ts";

let provider: FakeResend;
beforeAll(async () => {
  provider = await startFakeResend();
});
afterAll(() => provider.close());

const office = ministry.contacts[0]?.value ?? "";
/** What the provider was asked to carry to the office, at each attempt. */
const posted = () => provider.ledger.filter(({ mail }) => mail.to === office);

function sendAll(ms: number): Promise<number> {
  const { now } = after(ms);
  const settings = { ...env(), RESEND_BASE_URL: provider.baseUrl };
  const signal = new AbortController().signal;
  return sendDeliveries({ actor: "worker", now }, { workerId: "w", limit: 100, signal, now: () => now, settings });
}

/** Another wording in each of the campaign's templates, as of now. */
async function edit(campaignId: string, ms: number, words: string): Promise<void> {
  const variant = { subject: words, summary: words, text: words };
  const variants = [
    { ...variant, audience: "executive", act: "use-powers" } as const,
    { ...variant, audience: "company", act: "change-conduct" } as const,
  ];
  await transaction((tx) => addTemplates(tx, after(ms), { campaignId, locale: "en", common: words, variants }));
  expect((await templatesOf(after(ms + minutes(1)), campaignId, "en")).common.text).toBe(words);
}

test("fault 14: the template is edited while a letter waits, is queued, is tried again: it goes as it was written", async () => {
  const campaign = await aCampaign();
  const form = aForm();
  const cookie = await sign(by, campaign, form);
  await approve(by, campaign, cookie, "Words of mine.");
  await edit(campaign.id, hours(1), "Edited while it waits.");
  await confirm(after(hours(2)), await mailedToken(campaign.id, form.email));
  await edit(campaign.id, hours(3), "Edited while it is queued.");
  provider.decide(({ mail }) => (mail.to === office ? { do: "drop" } : null));
  await sendAll(hours(4));
  provider.decide(null);
  await edit(campaign.id, hours(5), "Edited between two attempts.");
  await sendAll(hours(6));

  const [lost, taken] = posted();
  expect(posted()).toHaveLength(2);
  expect(taken).toEqual(lost);
  expect(taken?.mail.subject).toBe("A request");
  expect(taken?.mail.text).toContain("Words of mine.");
  expect(taken?.body).toContain("Please act.");
  expect(taken?.body).not.toContain("Edited");

  const later = aForm();
  const next = await sign(after(days(1)), campaign, later);
  await approve(after(days(1)), campaign, next, "Other words.");
  await confirm(after(days(1)), await mailedToken(campaign.id, later.email));
  await sendAll(days(1));
  expect(posted().at(-1)?.mail.subject, "and who writes now writes from the new words").toBe(
    "Edited between two attempts.",
  );
});
