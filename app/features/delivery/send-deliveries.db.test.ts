import { describe, expect, it } from "vitest";
import { z } from "zod";
import { count, sql, transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { hours, later, minutes, seconds } from "#app/lib/time.ts";
import { cancelDeliveries } from "./cancel-deliveries.server.ts";
import { keyMemory } from "./delivery.ts";
import { deliveriesOf } from "./deliveries-of.server.ts";
import {
  history,
  letLeasesExpire,
  noon,
  provider,
  queued,
  round,
  row,
  useOutbox,
  wiped,
} from "./internal/sending.fixture.ts";
import { Pace } from "./internal/pace.ts";
import { wipePayloads } from "./wipe-payloads.server.ts";

useOutbox();

describe("the outbox", () => {
  it("sends what was queued, once, and says what is known of it", async () => {
    const mail = await queued({ replyTo: "writer@example.org", headers: { "X-Test": "yes" } });
    expect(await round(noon)).toBe(1);
    expect(await round(later(noon, hours(1)))).toBe(0);
    expect(provider.ledger).toHaveLength(1);
    expect(provider.ledger[0]).toMatchObject({ path: "/emails", key: mail.id });
    expect(provider.ledger[0]?.mail).toMatchObject({
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      reply_to: "writer@example.org",
      headers: { "X-Test": "yes" },
    });
    const fates = await deliveriesOf("test", [mail.subjectId]);
    expect(fates.get(mail.subjectId)).toEqual({ state: "accepted", reason: null, at: noon });
    expect(await history(mail)).toEqual([
      " > queued: visitor",
      "queued > sending: claimed",
      "sending > accepted: accepted",
    ]);
  });

  it("queues one mail per onceKey", async () => {
    const first = await queued({ onceKey: "confirm:1" });
    await queued({ onceKey: "confirm:1" });
    await round(noon);
    expect(provider.taken().map(({ key }) => key)).toEqual([first.id]);
  });

  it("sends confirmations before letters, whichever was queued first", async () => {
    const letter = await queued({ priority: 10 });
    const confirmation = await queued({ priority: 0 }, later(noon, seconds(5)));
    await round(later(noon, seconds(10)), { limit: 1 });
    await round(later(noon, seconds(10)), { limit: 1 });
    expect(provider.ledger.map(({ key }) => key)).toEqual([confirmation.id, letter.id]);
  });

  it("lets no newline in a name become a header (fault 29)", async () => {
    await queued({ subject: "A\r\nBcc: victim@example.org", replyTo: "Ann\nX: y <a@example.org>" });
    await round(noon);
    expect(provider.ledger[0]?.mail).toMatchObject({
      subject: "A Bcc: victim@example.org",
      reply_to: "Ann X: y <a@example.org>",
    });
  });

  it("keeps nothing readable in the database", async () => {
    const mail = await queued({ text: "sentinel-sentence" });
    const [found] = await sql(
      "test-readable",
      `select count(*) as "n" from "Delivery" d where d::text like '%sentinel-sentence%' or d::text like '%' || $1 || '%'
         or position(convert_to('sentinel-sentence', 'UTF8') in d."sealedPayload") > 0`,
      [mail.to],
      z.object({ n: count }),
    );
    expect(found?.n).toBe(0);
  });
});

describe("fault 2: the answer is lost", () => {
  it("asks again with the same key and the same bytes after a dropped connection: one mail", async () => {
    const mail = await queued();
    provider.next({ do: "drop", after: "accepting" });
    await round(noon);
    expect(await row(mail)).toMatchObject({ state: "queued", attempts: 1, firstSentAt: noon });
    expect(await round(noon), "it waits").toBe(0);
    await round(later(noon, seconds(3)));
    expect(await row(mail)).toMatchObject({ state: "accepted" });
    const [first, second] = provider.ledger;
    expect(second).toEqual(first);
    expect(provider.taken()).toHaveLength(1);
  });

  it("gives a hanging provider its time, with no session idle in transaction, and asks again", async () => {
    const mail = await queued();
    provider.next({ do: "hang", after: "accepting" });
    const sending = round(noon, { timeout: 600 });
    await provider.seen(1);
    const states = await sql(
      "test-idle",
      `select "state" from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      [],
      z.object({ state: z.string().nullable() }),
    );
    expect(states.filter(({ state }) => state?.startsWith("idle in transaction"))).toEqual([]);
    expect((await row(mail)).state).toBe("sending");
    await sending;
    expect((await row(mail)).state).toBe("queued");
    await round(later(noon, seconds(3)));
    expect((await row(mail)).state).toBe("accepted");
    expect(provider.ledger[1]).toEqual(provider.ledger[0]);
    expect(provider.taken()).toHaveLength(1);
  });
});

describe("fault 3: several workers", () => {
  it("send each delivery once", async () => {
    for (let n = 0; n < 40; n += 1) await queued();
    const workers = ["w1", "w2", "w3", "w4"].map((workerId) => round(noon, { workerId, limit: 15 }));
    const claimed = await Promise.all(workers);
    expect(claimed.reduce((sum, n) => sum + n, 0)).toBe(40);
    expect(new Set(provider.ledger.map(({ key }) => key)).size).toBe(40);
    expect(provider.ledger).toHaveLength(40);
  });

  it("leave what another one holds until its lease is over, and then take it under the same key", async () => {
    const mail = await queued();
    provider.next({ do: "hang" }, { do: "hang", after: "accepting" });
    const slow = round(noon, { workerId: "slow", timeout: 1000 });
    await provider.seen(1);
    expect(await round(later(noon, hours(1)), { workerId: "other" })).toBe(0);
    await letLeasesExpire();
    const other = round(later(noon, seconds(1)), { workerId: "other", timeout: 1500 });
    await slow;
    const held = await row(mail);
    expect(held, "the slow one has no say any more").toMatchObject({ state: "sending", attempts: 2 });
    expect(held.leaseBy).toMatch(/^other\//);
    await other;
    await round(later(noon, minutes(1)), { workerId: "third" });
    expect(await row(mail)).toMatchObject({ state: "accepted", attempts: 3 });
    expect(await history(mail)).toContain("sending > sending: lease-expired");
    expect(new Set(provider.ledger.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(provider.taken()).toHaveLength(1);
  });
});

describe("fault 8: a permanent refusal", () => {
  it("fails at once and others proceed", async () => {
    const bad = await queued();
    const good = await queued();
    provider.decide(({ key }) => (key === bad.id ? { do: "fail", status: 422, name: "validation_error" } : null));
    await round(noon);
    expect(await row(bad)).toMatchObject({ state: "failed", reason: "refused" });
    expect(await row(good)).toMatchObject({ state: "accepted", reason: null });
    expect(await round(later(noon, hours(2)))).toBe(0);
  });
});

describe("what is repeated, and what is not", () => {
  it("honours retry-after, loses nothing, and uses no attempt up (fault 6)", async () => {
    const mails = [await queued(), await queued(), await queued()];
    const pace = new Pace();
    provider.decide(() => ({ do: "limit", retryAfter: 30 }));
    await round(noon, { pace });
    for (const mail of mails)
      expect(await row(mail)).toMatchObject({ state: "queued", attempts: 0, firstSentAt: null });
    provider.decide(null);
    const before = provider.ledger.length;
    expect(await round(later(noon, seconds(29)), { pace })).toBe(0);
    expect(provider.ledger).toHaveLength(before);
    await round(later(noon, seconds(33)), { pace });
    for (const mail of mails) expect((await row(mail)).state).toBe("accepted");
  });

  it.each([
    ["the quota is used up (fault 7)", 429, "daily_quota_exceeded"],
    ["somebody else answers at the provider's address", 404, "not_found"],
  ])("parks all mail when %s, and goes on later", async (_why, status, name) => {
    const mail = await queued();
    const pace = new Pace();
    provider.next({ do: "fail", status, name });
    await round(noon, { pace });
    expect(await row(mail)).toMatchObject({ state: "queued", reason: "parked", attempts: 0, firstSentAt: null });
    expect(await round(later(noon, minutes(14)), { pace })).toBe(0);
    await round(later(noon, minutes(16)), { pace });
    expect(await row(mail)).toMatchObject({ state: "accepted", reason: null });
  });

  it.each([3.5, 12, 23])(
    "asks again and again while the provider knows the key: one that is away for %d hours loses no mail (fault 2)",
    async (away) => {
      const mail = await queued();
      provider.decide(() => ({ do: "fail", status: 503 }));
      let at = noon;
      while (at.getTime() - noon.getTime() < hours(away)) {
        expect(await round(at)).toBe(1);
        const { state, notBefore } = await row(mail);
        expect(state).toBe("queued");
        expect(notBefore.getTime() - at.getTime()).toBeLessThanOrEqual(minutes(30));
        at = notBefore;
      }
      provider.decide(null);
      await round(at);
      expect(await row(mail)).toMatchObject({ state: "accepted", firstSentAt: noon });
      expect(new Set(provider.ledger.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
      expect(provider.ledger.length).toBeLessThan(120);
    },
  );

  it("holds it once the provider has forgotten the key: no older retry (fault 5)", async () => {
    const mail = await queued();
    provider.decide(() => ({ do: "drop" }));
    let at = noon;
    while ((await row(mail)).state === "queued") {
      await round(at);
      at = (await row(mail)).notBefore;
    }
    expect(await row(mail)).toMatchObject({ state: "held", reason: "unknown-sent", keepsMail: true });
    expect(at.getTime() - noon.getTime()).toBeGreaterThanOrEqual(keyMemory);
    expect(at.getTime() - noon.getTime()).toBeLessThan(keyMemory + minutes(30));
  });

  it("holds what was taken earlier with other bytes", async () => {
    const mail = await queued();
    provider.next({ do: "fail", status: 409, name: "invalid_idempotent_request" });
    await round(noon);
    expect(await row(mail)).toMatchObject({ state: "held", reason: "unknown-sent" });
  });

  it("holds a demo's mail in production and sends the other", async () => {
    const demo = await queued({ isDemo: true });
    const real = await queued();
    const settings = { ...env(), isProduction: true, RESEND_API_KEY: "re_test", RESEND_BASE_URL: provider.baseUrl };
    await round(noon, { settings });
    expect(await row(demo)).toMatchObject({ state: "held", reason: "demo", firstSentAt: null });
    expect((await row(real)).state).toBe("accepted");
    expect(provider.ledger.map(({ key }) => key)).toEqual([real.id]);
  });

  it("begins nothing after the signal, and gives back what it holds", async () => {
    const stop = new AbortController();
    for (let n = 0; n < 12; n += 1) await queued();
    provider.decide(() => {
      stop.abort();
      return null;
    });
    await round(noon, { signal: stop.signal });
    const states = await sql(
      "test-states",
      `select "state", count(*) as "n", bool_and("leaseBy" is null and "leaseUntil" is null) as "free" from "Delivery" group by 1`,
      [],
      z.object({ state: z.string(), n: count, free: z.boolean() }),
    );
    expect(states.map(({ state }) => state).sort()).toEqual(["accepted", "queued"]);
    expect(states.every(({ free }) => free)).toBe(true);
    provider.decide(null);
    await round(noon);
    expect(provider.ledger, "nothing was sent twice").toHaveLength(12);
  });
});

describe("withdrawing and forgetting", () => {
  it("takes what is queued out and wipes it at once (fault 42)", async () => {
    const mail = await queued();
    await transaction((tx) =>
      cancelDeliveries(tx, { actor: "visitor", now: noon }, { subjectKind: "test", subjectIds: [mail.subjectId] }),
    );
    expect(await row(mail)).toMatchObject({ state: "cancelled", reason: "withdrawn", ...wiped });
    expect(await round(noon)).toBe(0);
  });

  it("does not send again what was with the provider when it was withdrawn", async () => {
    const mail = await queued();
    provider.next({ do: "hang" });
    const sending = round(noon, { timeout: 500 });
    await provider.seen(1);
    await transaction((tx) =>
      cancelDeliveries(tx, { actor: "visitor", now: noon }, { subjectKind: "test", subjectIds: [mail.subjectId] }),
    );
    await sending;
    expect(await row(mail)).toMatchObject({ state: "cancelled", reason: "withdrawn-while-sending", ...wiped });
    expect(await round(later(noon, hours(1)))).toBe(0);
  });

  it("wipes mail and address seven days after the end, batch by batch, until it is told to stop", async () => {
    const mails = [await queued(), await queued(), await queued()];
    await round(noon);
    const at = (h: number, signal?: AbortSignal) =>
      wipePayloads({ actor: "worker", now: later(noon, hours(h)) }, signal, { batch: 1 });
    expect(await at(7 * 24)).toBe(0);
    expect(await at(7 * 24 + 1, AbortSignal.abort())).toBe(0);
    for (const mail of mails) expect(await row(mail)).toMatchObject({ keepsMail: true, keepsAddress: true });
    expect(await at(7 * 24 + 1)).toBe(3);
    for (const mail of mails) expect(await row(mail)).toMatchObject({ state: "accepted", ...wiped });
    expect(await at(7 * 24 + 2)).toBe(0);
  });

  it("keeps nothing of a mail with a link once the provider has it", async () => {
    const confirmation = await queued({ kind: "confirm" });
    const letter = await queued({ kind: "letter" });
    provider.decide(({ key }) => (key === confirmation.id ? { do: "drop", after: "accepting" } : null));
    await round(noon);
    provider.decide(null);
    expect(await row(confirmation), "it may have to be sent again").toMatchObject({ keepsMail: true });
    await round(later(noon, seconds(3)));
    expect(await row(confirmation)).toMatchObject({ state: "accepted", keepsMail: false, keepsAddress: true });
    expect(await row(letter)).toMatchObject({ state: "accepted", keepsMail: true, keepsAddress: true });
  });
});
