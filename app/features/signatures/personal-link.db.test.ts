import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { closeDatabase, count, sql, transaction } from "#app/lib/db.server.ts";
import { days, minutes } from "#app/lib/time.ts";
import type { Campaign } from "#app/features/campaigns/campaign.ts";
import { suppressAddress } from "#app/features/delivery/suppress-address.server.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { lettersOf } from "#app/features/letters/letters-of.server.ts";
import { mailedPersonalToken, mailedToken, mailsTo } from "../../../tests/support/outbox.ts";
import { readingOnly } from "../../../tests/support/reading-only.ts";
import { aCampaign, aForm, after, approve, by, confirm, elsewhere, sign } from "./internal/signing.fixture.ts";
import { askPageOf } from "./ask-page-of.server.ts";
import { changeDisplay } from "./change-display.server.ts";
import { forgetPersonalLinks } from "./forget-personal-links.server.ts";
import { mailPersonalLink, personalLinkLimit } from "./mail-personal-link.server.ts";
import { markOwnLetter } from "./mark-own-letter.server.ts";
import { mePageOf } from "./me-page-of.server.ts";
import { openConfirmation } from "./open-confirmation.server.ts";
import { personalDataOf } from "./personal-data-of.server.ts";
import { signatureByToken } from "./signature-of.server.ts";
import { withdrawSignatures } from "./withdraw-signatures.server.ts";

const ask = (email: string, at = by) => mailPersonalLink(at, { email, locale: "en" });
const linksStored = async () =>
  (await sql("test-links", `select count(*) as "n" from "PersonalLink"`, [], z.object({ n: count })))[0]?.n;

beforeAll(() => loadDirectory(by));

let people = 0;
/** An address, what it signed, and the link to it. */
async function aPerson({ confirms = true, campaigns = [] as Campaign[] } = {}) {
  people += 1;
  const email = `person${people}@example.org`;
  const signed = campaigns.length > 0 ? campaigns : [await aCampaign()];
  const links: string[] = [];
  for (const campaign of signed) {
    const cookie = await sign(by, campaign, aForm({ email, givenName: "Sentinella", streetAddress: "1 Lighthouse" }));
    await approve(by, campaign, cookie, "Words of mine.");
    const link = await mailedToken(campaign.id, email);
    if (confirms) await confirm(by, link);
    links.push(link);
  }
  await ask(email);
  const token = await mailedPersonalToken(email);
  const mine = async (at = by) => (await mePageOf(at, token, "en")).mine;
  return { email, campaigns: signed, links, token, key: { link: "personal", token } as const, mine };
}

describe("asking for the link", () => {
  test("fault 19: a known and an unknown address run the same statements; only the known one is mailed", async () => {
    const { email } = await aPerson();
    const before = await linksStored();
    // A new connection each: what it has prepared is what was asked of it.
    const statements = async (address: string) => {
      await closeDatabase();
      await ask(address, after(minutes(1)));
      const names = await sql(
        "test-prepared",
        `select "name" from pg_prepared_statements where "name" <> 'test-prepared' order by "prepare_time", "name"`,
        [],
        z.object({ name: z.string() }),
      );
      return names.map(({ name }) => name);
    };
    const known = await statements(email);
    const unknown = await statements("nobody@example.org");
    expect(known).toEqual(unknown);
    expect(known.length).toBeGreaterThan(5);
    expect(await mailsTo(null, email)).toHaveLength(2);
    expect(await mailsTo(null, "nobody@example.org")).toEqual([]);
    expect(await linksStored()).toBe((before ?? 0) + 1);
  });

  test("the mail tells nothing on a lock screen, and its link works for half an hour", async () => {
    const { email, token, mine } = await aPerson();
    const [mail] = await mailsTo(null, email);
    expect(mail?.subject).toBe("Your page");
    expect(JSON.stringify(mail)).not.toMatch(/Sentinella|A call|campaign|petition|signature/i);
    expect((await mine(after(minutes(30) - 1)))?.email).toBe(email);
    expect(await mine(after(minutes(30)))).toBeNull();
    const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    expect((await mePageOf(by, altered, "en")).mine).toBeNull();
  });

  test("however the address was typed; at most three a day; and none to whom no mail may go", async () => {
    const { email } = await aPerson();
    await ask(email.toUpperCase());
    expect(await mailsTo(null, email.toUpperCase())).toHaveLength(1);
    for (let n = 0; n < 3; n += 1) await ask(email, elsewhere(n));
    expect(await mailsTo(null, email)).toHaveLength(2);
    await ask(email, after(days(1)));
    expect(await mailsTo(null, email)).toHaveLength(3);
    await transaction((tx) => suppressAddress(tx, by, { email, scope: "all", reason: "bounced" }));
    await ask(email, after(days(2)));
    expect(await mailsTo(null, email)).toHaveLength(3);
  });

  test("one network cannot try a list of addresses: past its share nothing is mailed, and nothing tells", async () => {
    const { email } = await aPerson();
    const network = "198.51.100.7";
    for (let n = 0; n < personalLinkLimit.most; n += 1) await ask(`list${n}@example.org`, { ...by, network });
    await ask(email, { ...by, network });
    expect(await mailsTo(null, email)).toHaveLength(1);
    await ask(email, { ...by, network: "198.51.100.8" });
    expect(await mailsTo(null, email)).toHaveLength(2);
  });

  test("links that ran out go, with the mails that carried them", async () => {
    const { email, token } = await aPerson();
    await forgetPersonalLinks(after(minutes(30) - 1));
    expect(await mailsTo(null, email)).toHaveLength(1);
    expect(await forgetPersonalLinks(after(minutes(30)))).toBeGreaterThanOrEqual(1);
    expect(await mailsTo(null, email)).toEqual([]);
    expect((await mePageOf(by, token, "en")).mine, "also to a clock that was behind").toBeNull();
  });
});

describe("the page behind it", () => {
  test("shows what the address signed, in every campaign and state, and looking at it writes nothing", async () => {
    const [one, two] = [await aCampaign(), await aCampaign()];
    const person = await aPerson({ campaigns: [one, two] });
    await sign(after(1), await aCampaign(), aForm({ email: person.email }));
    await withdrawSignatures(by, { link: "confirm", token: person.links[0] ?? "" });
    await aPerson({ campaigns: [one] });
    const shown = await readingOnly(() => person.mine(after(minutes(1))));
    expect(shown?.signatures.map(({ state }) => state).sort()).toEqual(["confirmed", "pending", "withdrawn"]);
    const wordsOf = (state: string) =>
      shown?.signatures.find((one) => one.state === state)?.letters.map(({ word }) => word);
    expect(wordsOf("confirmed")).toEqual(["Yours to hand over", "Queued"]);
    expect(wordsOf("withdrawn")).toEqual(["Not sent"]);
    expect(JSON.stringify(shown)).not.toMatch(/"signatureId"/);
  });

  test("names signatures in a way that means nothing behind another link", async () => {
    const person = await aPerson();
    // The newest mail is told by its instant.
    await ask(person.email, after(1));
    const other = await mailedPersonalToken(person.email);
    const ref = (await person.mine())?.signatures[0]?.ref ?? "";
    expect(ref).toHaveLength(22);
    expect(await withdrawSignatures(by, { link: "personal", token: other, ref })).toEqual({ outcome: "unknown" });
    const stranger = await aPerson();
    expect(await withdrawSignatures(by, { ...stranger.key, ref })).toEqual({ outcome: "unknown" });
    expect(await withdrawSignatures(by, { ...person.key, ref })).toEqual({ outcome: "withdrawn" });
    expect((await stranger.mine())?.signatures[0]?.state).toBe("confirmed");
  });

  test("withdraws all at once: the confirmed ones count no more, the others are deleted", async () => {
    const person = await aPerson({ campaigns: [await aCampaign(), await aCampaign()] });
    await sign(after(1), await aCampaign(), aForm({ email: person.email }));
    const asked = await askPageOf(after(minutes(1)), person.key, "withdraw", "en");
    expect(asked?.ask.ask).toBe("all");
    expect(asked?.ask.follows[0]?.texts).toEqual([
      "2 signatures count no more: the numbers are lower within two seconds.",
      "A signature that you have not confirmed is deleted. It was never counted.",
    ]);
    expect(asked?.ask.follows[1]?.texts).toEqual([
      "2 letters have not left. They do not go.",
      "2 letters that you have not handed over are asked of you no more.",
    ]);
    expect(await withdrawSignatures(after(minutes(1)), person.key)).toEqual({ outcome: "withdrawn" });
    const shown = await person.mine(after(minutes(1)));
    expect(shown?.signatures.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
    expect(await askPageOf(after(minutes(1)), person.key, "withdraw", "en")).toBeNull();
  });

  test("changes what is shown of all, and of one behind its own link", async () => {
    const person = await aPerson({ campaigns: [await aCampaign(), await aCampaign()] });
    const shownOf = async (n: number) => (await signatureByToken(by, person.links[n] ?? "", ["confirm"]))?.display;
    expect(await changeDisplay(by, { link: "confirm", token: person.links[0] ?? "" }, "name")).toEqual({
      outcome: "changed",
    });
    expect([await shownOf(0), await shownOf(1)]).toEqual(["name", "none"]);
    expect((await person.mine())?.display).toBeNull();
    expect(await changeDisplay(by, person.key, "initials")).toEqual({ outcome: "changed" });
    expect([await shownOf(0), await shownOf(1)]).toEqual(["initials", "initials"]);
    expect(await changeDisplay(after(minutes(30)), person.key, "none")).toEqual({ outcome: "unknown" });
  });

  test("marks letters that are the person's own, and no others", async () => {
    const [person, stranger] = [await aPerson(), await aPerson()];
    const signature = await signatureByToken(by, person.links[0] ?? "", ["confirm"]);
    const letter = (await lettersOf(signature?.id ?? "")).find(({ channel }) => channel === "hand-over");
    const mark = (key: typeof person.key, isDone = true) =>
      markOwnLetter(by, key, { letterId: letter?.id ?? "", isDone });
    expect(await mark(stranger.key)).toEqual({ outcome: "unknown" });
    expect(await mark(person.key)).toEqual({ outcome: "said" });
    expect((await person.mine())?.signatures[0]?.letters.some(({ done }) => done)).toBe(true);
    expect(await mark(person.key, false)).toEqual({ outcome: "said" });
  });

  test("leads to the page that confirms a pending one; it confirms nothing itself", async () => {
    const person = await aPerson({ confirms: false });
    const ref = (await person.mine())?.signatures[0]?.ref ?? "";
    const opened = await openConfirmation(by, { token: person.token, ref });
    if (opened.outcome !== "opened") throw new Error(opened.outcome);
    expect((await person.mine())?.signatures[0]?.state).toBe("pending");
    expect((await confirm(by, opened.confirmToken)).outcome).toBe("confirmed");
    expect(await openConfirmation(by, { token: person.token, ref })).toEqual({ outcome: "unknown" });
    expect(await openConfirmation(by, { token: person.token, ref: "x".repeat(22) })).toEqual({ outcome: "unknown" });
  });
});

describe("the download", () => {
  test("holds everything under names, no id that tells an instant, and nothing of anybody else", async () => {
    const campaign = await aCampaign();
    const person = await aPerson({ campaigns: [campaign] });
    await sign(by, campaign, aForm({ givenName: "Somebody", email: "else@example.org" }));
    for (const key of [person.key, { link: "confirm", token: person.links[0] ?? "" } as const]) {
      const held = await personalDataOf(by, key);
      const json = JSON.stringify(held);
      expect(held?.signatures).toHaveLength(1);
      expect(held?.signatures[0]).toMatchObject({
        state: "confirmed",
        person: { givenName: "Sentinella", email: person.email, streetAddress: "1 Lighthouse" },
        place: { houseDivision: "ocd-division/country:us/state:ca/cd:30", knownFrom: "zip" },
        cameFrom: "site",
        agreements: [
          { purpose: "signature", given: true },
          { purpose: "updates", given: false },
        ],
        draft: { text: "Words of mine." },
      });
      expect(held?.signatures[0]?.letters.map(({ text }) => text.includes("Words of mine."))).toEqual([true, true]);
      expect(json).toContain(by.now.toISOString());
      expect(json).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
      expect(json).not.toMatch(/Somebody|else@example.org/);
    }
    expect((await personalDataOf(by, person.key))?.personalLinks).toHaveLength(1);
    expect(await personalDataOf(after(minutes(30)), person.key)).toBeNull();
  });

  test("holds nothing of a text that was replaced before it left", async () => {
    const campaign = await aCampaign();
    const form = aForm();
    const cookie = await sign(by, campaign, form);
    await approve(by, campaign, cookie, "First words.");
    await approve(by, campaign, cookie, "Second words.");
    const token = await mailedToken(campaign.id, form.email);
    const held = await personalDataOf(by, { link: "confirm", token });
    const texts = held?.signatures[0]?.letters.map(({ isCurrent, text }) => [
      isCurrent,
      /First|Second/.exec(text)?.[0],
    ]);
    expect(texts).toEqual([
      [true, "Second"],
      [true, "Second"],
    ]);
  });
});
