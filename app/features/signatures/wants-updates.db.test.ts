import { expect, test } from "vitest";
import { transaction } from "#app/lib/db.server.ts";
import { minutes } from "#app/lib/time.ts";
import { aCampaign, aForm, after, by, sign } from "./internal/signing.fixture.ts";
import { endUpdates } from "./internal/updates.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { wantsUpdates } from "./wants-updates.server.ts";

test("who asked for news wants it until they take that back; who did not never does", async () => {
  const campaign = await aCampaign();
  const signatureId = async (updates: string) => {
    const token = await sign(by, campaign, aForm({ updates }));
    return (await signatureByToken(by, token, ["letter"]))?.id ?? "";
  };
  const [asked, silent] = [await signatureId("on"), await signatureId("")];
  expect(await wantsUpdates(by, asked)).toBe(true);
  expect(await wantsUpdates(by, silent)).toBe(false);
  await transaction((tx) => endUpdates(tx, after(minutes(1)), asked));
  expect(await wantsUpdates(by, asked)).toBe(false);
});
