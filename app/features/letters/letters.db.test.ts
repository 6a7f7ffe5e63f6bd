import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql, transaction } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { minutes, later } from "#app/lib/time.ts";
import { addTemplates, TemplatesFault } from "./add-templates.server.ts";
import type { Variant } from "./audience.ts";
import { composeLetter } from "./compose-letter.ts";
import type { Writer } from "./compose-letter.ts";
import { eraseLetters } from "./erase-letters.server.ts";
import { markHandedOver, unmarkHandedOver } from "./hand-over-letter.server.ts";
import { schiff, state, supporter } from "./internal/recipients.fixture.ts";
import { letterChannels, letterTransitions } from "./letter.ts";
import { lettersOf, textsDigest } from "./letters-of.server.ts";
import { draftOf, saveDraft } from "./save-draft.server.ts";
import { releaseLetters, storeLetters } from "./store-letters.server.ts";
import { templatesOf } from "./templates-of.server.ts";

const by: By = { actor: "visitor", now: new Date("2026-11-24T12:00:00Z") };
const soon: By = { ...by, now: later(by.now, minutes(5)) };
const words = { subject: "For {{ recipient.name }}", summary: "Ask", text: "Please act, {{ recipient.family }}." };
const variants: Variant[] = [
  { ...words, audience: "senate", act: "introduce-senate-measure" },
  { ...words, audience: "executive", act: "use-powers", text: "Please act." },
];

async function aCampaign(): Promise<string> {
  const campaignId = newId(by.now);
  await transaction((tx) =>
    addTemplates(tx, by, { campaignId, locale: "en", common: "The campaign’s text.", variants }),
  );
  return campaignId;
}

async function aWriter(): Promise<{
  campaignId: string;
  signatureId: string;
  approve: (given?: Approve) => Promise<string[]>;
}> {
  const campaignId = await aCampaign();
  const signatureId = newId(by.now);
  const { variants: templates } = await templatesOf(by, campaignId, "en");
  const approve = async ({ body = "My text.", recipients = [schiff, state], at = by, writer = {} }: Approve = {}) => {
    const letters = recipients.map((recipient) => {
      const template = templates.find((one) => one.audience === (recipient === state ? "executive" : "senate"));
      if (!template) throw new Error("no template");
      return composeLetter({
        template,
        body,
        writer: { ...supporter, ...writer },
        recipient,
        locale: "en",
        directoryAsOf: "2026-11-20",
        measureId: null,
        now: at.now,
      });
    });
    return transaction((tx) => storeLetters(tx, at, { signatureId, campaignId, commonShare: 0.5, letters }));
  };
  return { campaignId, signatureId, approve };
}

type Approve = { body?: string; recipients?: (typeof schiff)[]; at?: By; writer?: Partial<Writer> };

const officesOf = async (signatureId: string) => (await lettersOf(signatureId)).map((one) => one.officeId).sort();

describe("templates", () => {
  test("come back as they were added; a change is a new version, the same words are none", async () => {
    const campaignId = await aCampaign();
    const first = await templatesOf(by, campaignId, "hy");
    expect(first.common.text).toBe("The campaign’s text.");
    expect(first.variants.map(({ id: _, ...variant }) => variant)).toEqual(
      [...variants].sort((a, b) => (a.audience < b.audience ? -1 : 1)),
    );

    const changed = [{ ...variants[0], summary: "Another" } as Variant, variants[1]];
    await transaction((tx) =>
      addTemplates(tx, soon, { campaignId, locale: "en", common: "The campaign’s text.", variants: changed }),
    );
    const second = await templatesOf(soon, campaignId, "en");
    expect(second.common.id).toBe(first.common.id);
    const idOf = (from: typeof first, audience: string) => from.variants.find((one) => one.audience === audience)?.id;
    expect(idOf(second, "executive")).toBe(idOf(first, "executive"));
    expect(idOf(second, "senate")).not.toBe(idOf(first, "senate"));
  });

  test("are refused with line and column when they cannot become letters", async () => {
    const bad = [{ ...variants[0], text: "Dear\n{{ writer.email }}" } as Variant];
    const draft = { campaignId: newId(by.now), locale: "en", common: "Text.", variants: bad };
    await expect(transaction((tx) => addTemplates(tx, by, draft))).rejects.toThrow(TemplatesFault);
    await expect(templatesOf(by, draft.campaignId, "en")).rejects.toThrow();
  });
});

test("letters are read in the order in which they were written", async () => {
  const recipients = Array.from({ length: 12 }, (_, i) => ({
    ...schiff,
    key: `S${i}`,
    officeId: `us/senate/${String.fromCharCode(108 - i)}`,
  }));
  const { signatureId, approve } = await aWriter();
  await approve({ recipients });
  expect((await lettersOf(signatureId)).map((one) => one.officeId)).toEqual(recipients.map((one) => one.officeId));
});

describe("a draft", () => {
  test("is kept sealed, one for each signature", async () => {
    const signatureId = newId(by.now);
    expect(await draftOf(by, signatureId)).toBeNull();
    await transaction((tx) => saveDraft(tx, by, { signatureId, body: "Sentinel sentence", recipients: null }));
    expect(await draftOf(by, signatureId)).toEqual({ body: "Sentinel sentence", recipients: null, savedAt: by.now });
    await transaction((tx) => saveDraft(tx, soon, { signatureId, body: "Երկրորդ", recipients: ["S001150", "house"] }));
    expect(await draftOf(by, signatureId)).toEqual({
      body: "Երկրորդ",
      recipients: ["S001150", "house"],
      savedAt: soon.now,
    });
    const stored = await sql(
      "test-draft",
      `select "sealedBody"::text as t from "LetterDraft" where "signatureId" = $1`,
      [signatureId],
      z.object({ t: z.string() }),
    );
    expect(Buffer.from(stored[0].t.slice(2), "hex").toString("latin1")).not.toContain("Sentinel");
  });
});

describe("approving", () => {
  test("stores one current letter for each office, with facts that hold no person", async () => {
    const { signatureId, approve } = await aWriter();
    const ids = await approve();
    const letters = await lettersOf(signatureId);
    expect(letters.map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(letters.find((one) => one.officeId === "us/exec/state")).toMatchObject({
      channel: "email",
      state: "approved",
      recipientName: "The Secretary of State",
      subject: "For The Secretary of State",
      doneAt: null,
      releasedAt: null,
      approvedAt: by.now,
    });
    const rows = await sql(
      "test-rows",
      `select l::text as t from "Letter" l where "signatureId" = $1`,
      [signatureId],
      z.object({ t: z.string() }),
    );
    for (const { t } of rows) expect(t).not.toMatch(/Supporter|Glendale|example\.org/);
  });

  test("again with the same text keeps the rows; another text is another letter and another digest", async () => {
    const { signatureId, approve } = await aWriter();
    await approve();
    const before = await lettersOf(signatureId);
    expect(await approve({ at: soon })).toEqual([]);
    expect(textsDigest(await lettersOf(signatureId))).toBe(textsDigest([...before].reverse()));
    const ids = await approve({ at: soon, body: "Another text." });
    expect(ids).toHaveLength(2);
    expect((await lettersOf(signatureId)).map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(textsDigest(await lettersOf(signatureId))).not.toBe(textsDigest(before));
    expect(textsDigest([])).not.toBe(textsDigest(before));
  });

  test("without a recipient drops their letter", async () => {
    const { signatureId, approve } = await aWriter();
    await approve();
    await approve({ recipients: [schiff], at: soon });
    expect(await officesOf(signatureId)).toEqual(["us/senate/ca/1/seat"]);
  });

  test("in two windows at once leaves one letter for each office", async () => {
    const { signatureId, approve } = await aWriter();
    await Promise.all(["One.", "Two.", "Three.", "Four."].map((body) => approve({ body })));
    expect(await officesOf(signatureId)).toEqual(["us/exec/state", "us/senate/ca/1/seat"]);
  });

  test("what was mailed or handed over is not replaced", async () => {
    const { signatureId, approve } = await aWriter();
    const ids = await approve();
    expect(await transaction((tx) => releaseLetters(tx, soon, ids))).toHaveLength(2);
    expect(await transaction((tx) => releaseLetters(tx, soon, ids))).toEqual([]);
    const [mailed, carried] = ["email", "hand-over"].map(
      (channel) => (all: Awaited<ReturnType<typeof lettersOf>>) => all.find((one) => one.channel === channel),
    );
    const before = await lettersOf(signatureId);
    expect(mailed(before)).toMatchObject({ state: "released", releasedAt: soon.now });

    const fresh = await approve({ body: "Later words.", at: soon });
    const after = await lettersOf(signatureId);
    expect(mailed(after)).toEqual(mailed(before));
    expect(carried(after)?.id).toBe(fresh[0]);

    await markHandedOver(soon, { signatureId, letterId: fresh[0] });
    expect(await approve({ body: "Later still.", recipients: [state], at: soon })).toEqual([]);
    expect(carried(await lettersOf(signatureId))?.text).toContain("Later words.");
  });
});

describe("handing over", () => {
  test("is marked by the writer of the letter alone, once, and can be taken back", async () => {
    const { signatureId, approve } = await aWriter();
    const other = await aWriter();
    await approve();
    const letters = await lettersOf(signatureId);
    const letterId = letters.find((one) => one.channel === "hand-over")?.id ?? "";
    const mailed = letters.find((one) => one.channel === "email")?.id ?? "";
    const doneAt = async () => (await lettersOf(signatureId)).find((one) => one.id === letterId)?.doneAt;

    expect(await markHandedOver(by, { signatureId: other.signatureId, letterId })).toEqual({ outcome: "unknown" });
    expect(await markHandedOver(by, { signatureId, letterId: mailed })).toEqual({ outcome: "unknown" });
    expect(await markHandedOver(by, { signatureId, letterId: "x'; --" })).toEqual({ outcome: "unknown" });
    expect(await markHandedOver(by, { signatureId, letterId })).toEqual({ outcome: "marked" });
    expect(await markHandedOver(soon, { signatureId, letterId })).toEqual({ outcome: "marked" });
    expect(await doneAt()).toEqual(by.now);

    expect(await unmarkHandedOver(by, { signatureId: other.signatureId, letterId })).toEqual({ outcome: "unknown" });
    expect(await unmarkHandedOver(by, { signatureId, letterId })).toEqual({ outcome: "unmarked" });
    expect(await doneAt()).toBeNull();
  });
});

test("a text that was replaced before it left is gone; erasing takes the rest and the draft, and says which it took", async () => {
  const { signatureId, approve } = await aWriter();
  const kept = await aWriter();
  await kept.approve();
  await approve();
  const ids = await approve({ body: "Second." });
  const [carried] = (await lettersOf(signatureId)).filter((one) => one.channel === "hand-over");
  await markHandedOver(by, { signatureId, letterId: carried.id });
  await transaction((tx) => saveDraft(tx, by, { signatureId, body: "x", recipients: null }));
  const erased = await transaction((tx) => eraseLetters(tx, by, [signatureId]));
  expect([...erased].sort()).toEqual([...ids].sort());
  expect(await lettersOf(signatureId)).toEqual([]);
  expect(await draftOf(by, signatureId)).toBeNull();
  expect(await officesOf(kept.signatureId)).toHaveLength(2);
});

test("the database knows the same states and channels", async () => {
  const checks = await sql(
    "test-checks",
    `select pg_get_constraintdef(c.oid) as d from pg_constraint c join pg_class t on t.oid = c.conrelid
     where t.relname = 'Letter' and c.contype = 'c'`,
    [],
    z.object({ d: z.string() }),
  );
  const valuesOf = (column: string) =>
    checks
      .filter(({ d }) => new RegExp(`"?\\b${column}\\b"?`).test(d))
      .flatMap(({ d }) => [...d.matchAll(/'([^']+)'/g)].map(([, value]) => value));
  expect(valuesOf("state").sort()).toEqual(Object.keys(letterTransitions).sort());
  expect(valuesOf("channel").sort()).toEqual([...letterChannels].sort());
});
