import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { closeDatabase, count, sql } from "#app/lib/db.server.ts";
import { later, seconds } from "#app/lib/time.ts";
import { localMailById, localMails } from "./local-mails.server.ts";
import { storeLocalMail } from "./store-local-mail.server.ts";

const noon = new Date("2026-11-24T12:00:00Z");
const by = { actor: "visitor", now: noon } as const;
const body = (given: object = {}) =>
  JSON.stringify({
    from: "A <a@redress.example>",
    to: "ann@example.org",
    subject: "S",
    text: "T",
    html: "<p>T</p>",
    ...given,
  });

afterAll(closeDatabase);

describe("the local mailbox, as a provider", () => {
  it("takes the same body under the same key once, also from several at the same time", async () => {
    const stored = await Promise.all(Array.from({ length: 8 }, () => storeLocalMail(by, { key: "k1", body: body() })));
    expect(new Set(stored.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(stored[0]?.outcome).toBe("stored");
  });

  it("refuses another body under that key", async () => {
    await storeLocalMail(by, { key: "k2", body: body() });
    expect(await storeLocalMail(by, { key: "k2", body: body({ subject: "other" }) })).toEqual({
      outcome: "other-body",
    });
  });

  it.each(["", "{", "null", "[]", JSON.stringify({ to: 1 }), body({ to: [] }), body({ to: "" })])(
    "refuses what is no mail: %s",
    async (wrong) => {
      expect(await storeLocalMail(by, { key: null, body: wrong })).toEqual({ outcome: "invalid" });
    },
  );

  it("shows them newest first, sealed at rest", async () => {
    const at = { ...by, now: later(noon, seconds(5)) };
    const request = body({ to: ["sentinel@example.org"], reply_to: "ann@example.org", headers: { "X-A": "b" } });
    const stored = await storeLocalMail(at, { key: null, body: request });
    const [newest] = await localMails(1);
    expect(newest).toEqual({
      id: stored.outcome === "stored" && stored.id,
      to: "sentinel@example.org",
      from: "A <a@redress.example>",
      subject: "S",
      text: "T",
      html: "<p>T</p>",
      headers: { "X-A": "b", "Reply-To": "ann@example.org" },
      createdAt: at.now,
    });
    const [readable] = await sql(
      "test-readable",
      `select count(*) as "n" from "LocalMail" where position(convert_to('sentinel', 'UTF8') in "sealedMail") > 0`,
      [],
      z.object({ n: count }),
    );
    expect(readable?.n).toBe(0);
  });

  it("finds nothing under what is no id", async () => {
    expect(await localMailById("../x")).toBeNull();
    expect(await localMailById("0193b1a0-0000-7000-8000-000000000001")).toBeNull();
  });
});
