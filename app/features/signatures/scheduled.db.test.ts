import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { none, sql } from "#app/lib/db.server.ts";
import { days } from "#app/lib/time.ts";
import { wipePayloads } from "#app/features/delivery/wipe-payloads.server.ts";
import { schedule } from "#server/schedule.ts";
import { mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import { usedIndexes } from "../../../tests/support/used-indexes.ts";
import { aCampaign, aForm, after, by, confirm, rowsOf, sign } from "./internal/signing.fixture.ts";
import { eraseRetained } from "./erase-retained.server.ts";
import { expireSignatures } from "./expire-signatures.server.ts";
import { mailPersonalLink } from "./mail-personal-link.server.ts";

async function aConfirmed(campaign: Awaited<ReturnType<typeof aCampaign>>): Promise<string> {
  const form = aForm();
  await sign(by, campaign, form);
  await confirm(by, await mailedToken(campaign.id, form.email));
  return form.email;
}

const erased = (campaignId: string) => rowsOf("Signature", campaignId, `"erasedAt" is not null`);

describe("fault 45: what runs by itself", () => {
  test("begins nothing once the worker is told to stop", async () => {
    const campaign = await aCampaign();
    const waiting = aForm();
    await sign(by, campaign, waiting);
    const email = await aConfirmed(campaign);
    await mailPersonalLink(by, { email, locale: "en" });
    const stored = () =>
      sql(
        "test-stored",
        `select to_jsonb(s)::text as "row" from "Signature" s where "campaignId" = $1
         union all select to_jsonb(p)::text from "PersonalLink" p
         union all select to_jsonb(d)::text from "Delivery" d
         union all select to_jsonb(t)::text from "Token" t order by 1`,
        [campaign.id],
        z.object({ row: z.string() }),
      );
    const before = await stored();
    const late = [days(3), days(15), days(200)];
    for (const { name, run } of schedule.filter((job) => job.name !== "forget-limits")) {
      for (const ms of late) await run({ ...after(ms), actor: "worker" }, AbortSignal.abort());
      expect(await stored(), name).toEqual(before);
    }
    for (const { run } of schedule) for (const ms of late) await run(after(ms), new AbortController().signal);
    expect(await erased(campaign.id), "and all of it was due").toBe(1);
    expect(await mailsTo(campaign.id, waiting.email)).toEqual([]);
  });
});

describe("what is due is found by an index", () => {
  test.each([
    [
      "expire-signatures",
      () => expireSignatures(after(days(15))),
      ["Signature_pending", "Signature_attempt_to_forget"],
    ],
    ["erase-retained", () => eraseRetained(after(days(200))), ["Signature_to_erase"]],
    ["wipe-payloads", () => wipePayloads(after(days(200))), ["Delivery_to_wipe"]],
  ])("%s", async (_job, run, indexes) => {
    await aConfirmed(await aCampaign());
    const used = await usedIndexes(run);
    expect(used.indexes).toEqual(expect.arrayContaining(indexes));
    expect(used.tables).not.toContain(/^[^_]*/.exec(indexes[0] ?? "")?.[0]);
  });
});

test("what fails for one campaign keeps no other from being erased", async () => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const campaigns = [await aCampaign(), await aCampaign()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  for (const campaign of campaigns) await aConfirmed(campaign);
  const [first, second] = campaigns.map(({ id }) => id);
  await sql(
    "test-plant",
    `create function refuse() returns trigger language plpgsql as
     $$ begin if new."campaignId" = '${first}' then raise exception 'planted'; end if; return new; end $$`,
    [],
    none,
  );
  await sql(
    "test-plant-trigger",
    `create trigger "planted" before update on "Signature" for each row execute function refuse()`,
    [],
    none,
  );
  try {
    expect(await eraseRetained(after(days(200)))).toBeGreaterThanOrEqual(1);
  } finally {
    await sql("test-unplant", `drop function refuse cascade`, [], none);
  }
  expect([await erased(first ?? ""), await erased(second ?? "")]).toEqual([0, 1]);
  expect(written.mock.calls.join("")).toContain(`erase-retained ${first}`);
  await eraseRetained(after(days(200)));
  expect(await erased(first ?? ""), "its turn comes again").toBe(1);
});
