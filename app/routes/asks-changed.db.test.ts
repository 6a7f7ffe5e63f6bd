import { beforeAll, describe, expect, it } from "vitest";
import { foldTallies } from "#app/features/signatures/fold-tallies.server.ts";
import { countOf } from "#app/features/signatures/count-of.server.ts";
import type { SignedInAs } from "../../tests/support/accounts.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, formOf } from "../../tests/support/organizers.ts";
import { mailedPersonalToken, mailedToken } from "../../tests/support/outbox.ts";
import { by, demoCampaign, open, post, typed } from "../../tests/support/routes.ts";
import * as signRoute from "./c.$slug.sign.tsx";
import * as confirmRoute from "./confirm.$token._index.tsx";
import * as personalRoute from "./me.$token._index.tsx";
import * as meRoute from "./me._index.tsx";
import * as dataRoute from "./me.$token.data._index.tsx";
import * as withdrawRoute from "./confirm.$token.withdraw.tsx";
import * as partRoute from "./organize.c.$slug.$part.tsx";
import * as publishRoute from "./organize.c.$slug.publish._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

const slug = "detained";
let campaignId = "";
let ann: SignedInAs;
beforeAll(async () => {
  campaignId = await demoCampaign();
  ann = await signedInAs("organizer", [campaignId]);
});

/** Somebody who signs the form as it was shown, and perhaps confirms; answers the mailed token. */
async function signs(asks: string | undefined, isConfirmed = true): Promise<{ token: string; email: string }> {
  const fields = typed(asks === undefined ? {} : { asks });
  await post(signRoute, fields, { params: { slug } });
  const email = fields.email ?? "";
  const token = await mailedToken(campaignId, email);
  const { pending } = await behind(token);
  if (isConfirmed) await post(confirmRoute, { texts: pending.texts }, { params: { token } });
  return { token, email };
}

const behind = async (token: string) => (await open(confirmRoute, { params: { token } })).shown;
const formShown = async () => `${(await open(signRoute, { params: { slug } })).shown.campaign.asksVersion}`;

async function publishesAsk(text: string): Promise<void> {
  await post(partRoute, { ...(await formOf(ann, slug, "asks")), "askText-1": text }, at(ann, slug, "asks"));
  const { version, revision } = (await open(publishRoute, at(ann, slug))).shown;
  const done = await post(publishRoute, { version: `${version}`, revision: `${revision}` }, at(ann, slug));
  expect(done.status).toBe(303);
}

describe("a changed ask", () => {
  it("is shown to who signed before, with what they signed to, and to nobody else; the count stays", async () => {
    const before = (await formOf(ann, slug, "asks"))["askText-1"] ?? "";
    const early = await signs(await formShown());
    const pending = await signs(undefined, false);
    const gone = await signs("1");
    await post(withdrawRoute, {}, { params: { token: gone.token } });
    expect((await behind(early.token)).done.asks).toBeNull();
    const openForm = await formShown();
    await foldTallies(by());
    const { confirmed } = await countOf(campaignId);

    await publishesAsk("Ask for all of them.");
    const told = (await behind(early.token)).done.asks;
    expect([told.then[0], told.now[0], told.since]).toEqual([before, "Ask for all of them.", "24 November 2026"]);
    expect((await behind(pending.token)).pending.asks).toEqual(told);
    expect((await behind(gone.token)).withdrawn).not.toHaveProperty("asks");
    // Who had the form open read the earlier ask; who opens it now reads the present one.
    const [reader, late, liar] = [await signs(openForm), await signs(await formShown()), await signs("999")];
    expect((await behind(reader.token)).done.asks.then[0]).toBe(before);
    expect([(await behind(late.token)).done.asks, (await behind(liar.token)).done.asks]).toEqual([null, null]);
    await foldTallies(by());
    expect((await countOf(campaignId)).confirmed).toBe(confirmed + 3);

    await post(meRoute, { email: early.email });
    const token = await mailedPersonalToken(early.email);
    const [item] = (await open(personalRoute, { params: { token } })).shown.mine.signatures;
    expect(item.asks).toEqual(told);
    const { held } = (await open(dataRoute, { params: { token } })).shown;
    expect(held.signatures[0].asksVersion).toBe(1);

    await publishesAsk(before);
    expect((await behind(early.token)).done.asks).toBeNull();
    expect((await behind(late.token)).done.asks).toMatchObject({ then: told.now, now: told.then });
  });
});
