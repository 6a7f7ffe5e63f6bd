/* eslint-disable max-lines -- the limit is for routes; this tries several of them on one database */
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { auditEventsOf } from "#app/features/audit/audit-events-of.server.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { none, sql, transaction } from "#app/lib/db.server.ts";
import { days, hours, later, minutes } from "#app/lib/time.ts";
import { aMail } from "../../tests/support/a-mail.ts";
import { signedInAs } from "../../tests/support/accounts.ts";
import { countOneSupporter, personalOfCounted } from "../../tests/support/count-one-supporter.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { readingOnly } from "../../tests/support/reading-only.ts";
import { by, open, post } from "../../tests/support/routes.ts";
import { usedIndexes } from "../../tests/support/used-indexes.ts";
import * as cancel from "./staff.queue.$id.cancel.ts";
import * as delivery from "./staff.queue.$id._index.tsx";
import * as hold from "./staff.queue.$id.hold.ts";
import * as reDrive from "./staff.queue.$id.re-drive.ts";
import * as release from "./staff.queue.$id.release.ts";
import * as queue from "./staff.queue._index.tsx";

process.env.CLOCK_OFFSET ??= clockOffset();

let campaignId = "";
let cookie = "";
beforeAll(async () => {
  ({ campaignId } = await countOneSupporter());
  cookie = (await signedInAs("staff")).cookie;
});

type Set = { state: string; reason?: string | null; mayHaveLeft?: boolean; kind?: "letter" | "report" };
/** A delivery that stands so, and was last due at an instant; answers its id. */
async function standing({ state, reason = null, mayHaveLeft = false, kind = "letter" }: Set, due = now()) {
  const mail = aMail(due, { kind });
  await transaction((tx) => queueMail(tx, { ...by(), now: due }, mail));
  await sql(
    "test-stand",
    `update "Delivery" set "state" = $2, "reason" = $3, "firstSentAt" = case when $4::boolean then "queuedAt" end where "id" = $1`,
    [mail.id, state, reason, mayHaveLeft],
    none,
  );
  return mail.id;
}
const page = async (query = "") => (await open(queue, { cookie, url: `/staff/queue${query}` })).shown;
const historyOf = async (id: string, query = "") =>
  (await open(delivery, { cookie, params: { id }, url: `/staff/queue/${id}${query}` })).shown;
const idsOf = (shown: { rows: { id: string }[] }) => shown.rows.map(({ id }) => id);
const press = (route: typeof hold, id: string, fields: Record<string, string> = { why: "address in doubt" }) =>
  post(route, fields, { cookie, params: { id } }).then(({ location }) => location?.split("?after=")[1]);

describe("the queue", () => {
  it("is told by status and age, at most fifty at a time, in the order in which they go", async () => {
    const before = await page("?state=failed");
    const ids = [];
    for (let n = 0; n < 60; n += 1)
      ids.push(await standing({ state: "failed", reason: "refused" }, later(now(), -hours(2) + minutes(n))));
    const old = await standing({ state: "held", reason: "unknown-sent", mayHaveLeft: true }, later(now(), -days(2)));
    const shown = await page("?state=failed");
    expect(shown.counts.failed[2].n - before.counts.failed[2].n).toBe(60);
    expect(shown.counts.unknown.map(({ n }: { n: number }) => n)).toEqual([0, 0, 0, 1]);
    expect(idsOf(shown)).toEqual(ids.slice(0, 50));
    expect(shown.rows[0]).toMatchObject({ state: "failed", reason: "refused", campaign: null });
    const rest = await page(shown.next);
    expect(idsOf(rest)).toEqual(ids.slice(50));
    expect(rest.next).toBeNull();
    expect(idsOf(await page("?state=unknown"))).toEqual([old]);
    expect(idsOf(await page(`?state=failed&campaign=${campaignId}`))).toEqual([]);
    expect(idsOf(await page("?state=failed&kind=report&after=nonsense"))).toEqual([]);
  });

  it("is read without writing, and by indexes of what waits, never from all deliveries", async () => {
    const reads = async () => {
      for (const state of ["queued", "sending", "held", "unknown", "failed"]) await page(`?state=${state}&kind=letter`);
    };
    await readingOnly(reads);
    const { indexes, tables } = await usedIndexes(reads);
    expect(tables.filter((table) => /^(Delivery|DeliveryEvent|Signature|Letter)$/.test(table))).toEqual([]);
    const used = indexes.filter((index) => /^Delivery_/.test(index) && index !== "Delivery_letters_queued");
    expect(used.sort()).toEqual(["Delivery_queued", "Delivery_sending", "Delivery_stuck"]);
  });

  it("fault 41: neither it nor any delivery's history holds a name, an address or a text of who signed", async () => {
    const all = await sql("test-all", `select "id" from "Delivery"`, [], z.object({ id: z.string() }));
    const answers = [await page("?state=queued"), await page("?state=queued&kind=confirm")];
    expect(answers[0].rows.some((one: { office: string | null }) => one.office !== null)).toBe(true);
    for (const { id } of all) answers.push(await historyOf(id));
    for (const answer of answers.map((shown) => JSON.stringify(shown).toLowerCase()))
      for (const text of personalOfCounted) expect(answer).not.toContain(text.toLowerCase());
  });
});

describe("a decision", () => {
  it("is posted to its own address, stands in the history with who and why, and says what happened", async () => {
    const id = await standing({ state: "queued" });
    expect(await press(hold, id)).toBe("hold");
    expect(await press(release, id)).toBe("release");
    expect(await press(cancel, id)).toBe("cancel");
    const shown = await historyOf(id, "?after=cancel");
    expect(shown).toMatchObject({ state: "cancelled", reason: "dropped", notice: "cancel" });
    expect(shown.moves.at(-1)).toMatchObject({
      to: "cancelled",
      who: expect.stringMatching(/^Sample staff/),
      why: "address in doubt",
    });
  });

  it("changes nothing without a reason, with an address in it, or where it is not allowed", async () => {
    const id = await standing({ state: "queued" });
    expect(await press(hold, id, {})).toBe("why-empty");
    expect(await press(hold, id, { why: "  " })).toBe("why-empty");
    expect(await press(hold, id, { why: "for zaruhi@example.org" })).toBe("why-address");
    expect(await press(hold, id, { why: "a".repeat(201) })).toBe("why-long");
    expect(await press(release, id)).toBe("moved");
    expect(await press(reDrive, id)).toBe("moved");
    const sending = await standing({ state: "sending" });
    for (const route of [hold, release, reDrive, cancel]) expect(await press(route, sending)).toBe("moved");
    expect((await historyOf(id)).state).toBe("queued");
    expect((await historyOf(sending)).state).toBe("sending");
    expect(await auditEventsOf(by(), "delivery", id)).toEqual([]);
  });

  it("to send what may have gone asks for a tick", async () => {
    const id = await standing({ state: "held", reason: "unknown-sent", mayHaveLeft: true });
    expect(await press(reDrive, id)).toBe("may-have-left");
    expect((await historyOf(id)).mayHaveLeft).toBe(true);
    expect(await press(reDrive, id, { why: "the office has none", even: "yes" })).toBe("re-drive");
    expect((await historyOf(id)).serviceKey).toBe(`${id}/2`);
  });

  it("is nobody's about what is not there, and no organizer's", async () => {
    const id = await standing({ state: "queued" });
    const organizer = await signedInAs("organizer", [campaignId]);
    for (const asked of [
      { id: "none", cookie },
      { id: "0193b1a0-0000-7000-8000-000000000001", cookie },
      { id, cookie: organizer.cookie },
    ])
      for (const route of [hold, release, reDrive, cancel]) {
        const given = { cookie: asked.cookie, params: { id: asked.id } };
        await expect(post(route, { why: "address in doubt" }, given)).rejects.toMatchObject({ status: 404 });
      }
    expect((await historyOf(id)).state).toBe("queued");
  });
});
