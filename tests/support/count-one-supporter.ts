import { expect } from "vitest";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";
import { foldDeliveryTallies } from "#app/features/delivery/fold-delivery-tallies.server.ts";
import { foldLetterTallies } from "#app/features/letters/fold-letter-tallies.server.ts";
import { foldTallies } from "#app/features/signatures/fold-tallies.server.ts";
import * as letter from "../../app/routes/c.$slug.letter._index.tsx";
import * as sign from "../../app/routes/c.$slug.sign.tsx";
import * as confirm from "../../app/routes/confirm.$token._index.tsx";
import { mailedToken } from "./outbox.ts";
import { by, demoCampaign, open, post, typed } from "./routes.ts";

/** Typed by a supporter; none of it may be told to staff. */
const person = {
  givenName: "Zaruhi",
  familyName: "Sentinella-Qwx",
  email: "zaruhi.sentinella@example.org",
  streetAddress: "77 Sentinel Street",
  locality: "Sentinelville",
  region: "CA",
  postalCode: "91205",
};
const ownWords = "My grandmother was born in Sentinelakert";

/** What nobody but the supporter and the offices that they wrote to may read. */
export const personalOfCounted = [...Object.values(person), "Sentinelakert", "zaruhi"].filter((text) => text !== "CA");

/** Somebody of the district California 30 signs `detained`, writes to everybody and confirms; all of it is counted. */
export async function countOneSupporter(): Promise<{ campaignId: string; slug: string }> {
  const slug = "detained";
  const campaignId = await demoCampaign();
  const params = { slug };
  const signed = await post(sign, typed(person), { params });
  const page = await open(letter, { params, cookie: signed.cookie });
  const campaign = await campaignById(by(), campaignId);
  if (!campaign) throw new Error("no campaign");
  const { recipients } = await recipientsFor(by(), campaign, { country: "US", postalCode: person.postalCode });
  const ticked = recipients.map(({ key }): [string, string] => ["recipient", key]);
  const body = `${String(page.shown.body ?? "")}\n\n${ownWords}`;
  const approved = await post(letter, [["body", body], ...ticked], { params, cookie: signed.cookie });
  expect(approved.status).toBe(303);
  const token = await mailedToken(campaignId, person.email);
  const { shown } = await open(confirm, { params: { token } });
  const [, texts = ""] = /"texts":"(\w+)"/.exec(JSON.stringify(shown)) ?? [];
  expect((await post(confirm, { texts }, { params: { token } })).status).toBe(303);
  await foldTallies(by());
  await foldLetterTallies(by());
  await foldDeliveryTallies(by());
  return { campaignId, slug };
}
