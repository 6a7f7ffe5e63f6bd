import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql, transaction } from "#app/lib/db.server.ts";
import { days, hours, later, minutes } from "#app/lib/time.ts";
import { cancelDeliveries } from "./cancel-deliveries.server.ts";
import { deliveryStates, keyMemory, maxLostLeases, transitions } from "./delivery.ts";
import { dropDeliveries } from "./drop-deliveries.server.ts";
import { eraseDeliveries } from "./erase-deliveries.server.ts";
import { holdRestoredDeliveries } from "./hold-restored-deliveries.server.ts";
import { claimDeliveries } from "./internal/claim-deliveries.server.ts";
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
import { localMails } from "./local-mails.server.ts";
import type { RenderedMail } from "./mail.ts";
import { redriveDeliveries } from "./redrive-deliveries.server.ts";
import { storeLocalMail } from "./store-local-mail.server.ts";
import { wipePayloads } from "./wipe-payloads.server.ts";

useOutbox();

const operator = (at: Date): By => ({ actor: "operator", now: at });
const subjectOf = (mail: RenderedMail) => ({ subjectKind: mail.subjectKind, subjectIds: [mail.subjectId] });
const cancelled = async (mail: RenderedMail) => {
  await transaction((tx) => cancelDeliveries(tx, { actor: "visitor", now: noon }, subjectOf(mail)));
  return mail;
};

async function failed(): Promise<RenderedMail> {
  const mail = await queued();
  provider.next({ do: "fail", status: 422, name: "validation_error" });
  await round(noon);
  return mail;
}

/** Nobody knows whether the provider took it. */
async function held(after?: "accepting"): Promise<RenderedMail> {
  const mail = await queued();
  provider.next({ do: "drop", ...(after ? { after } : {}) });
  await round(noon);
  await round(later(noon, keyMemory));
  return mail;
}

/** Worker after worker claims it and ends. */
async function exhausted(): Promise<RenderedMail> {
  const mail = await queued();
  for (let n = 0; n < maxLostLeases; n += 1) {
    await claimDeliveries({ actor: "worker", now: noon }, `ended ${n}`, 10);
    await letLeasesExpire();
  }
  return mail;
}

const redriveAll = (at: Date, ids: string[], evenIfItMayHaveLeft: boolean) =>
  transaction((tx) => redriveDeliveries(tx, operator(at), { ids, evenIfItMayHaveLeft }));
const drop = (at: Date, mails: RenderedMail[]) =>
  transaction((tx) => dropDeliveries(tx, operator(at), { ids: mails.map(({ id }) => id) }));
async function redriven(mail: RenderedMail, at: Date, evenIfItMayHaveLeft = false) {
  return (await redriveAll(at, [mail.id], evenIfItMayHaveLeft)).get(mail.id);
}

describe("fault 9: what ends workers", () => {
  it("is given up and not sent, after the last of them, and a person can send it again", async () => {
    const mail = await exhausted();
    await round(noon);
    expect(await row(mail)).toMatchObject({ state: "failed", reason: "exhausted", keepsMail: true });
    expect(provider.ledger).toEqual([]);
    expect(await redriven(mail, noon), "one of them may have sent it").toBe("may-have-left");
    expect(await redriven(mail, noon, true)).toBe("queued");
    await round(noon);
    expect(await row(mail)).toMatchObject({ state: "accepted", reason: null });
  });
});

describe("a person sends again", () => {
  it("what failed, from the start and under a new key: nothing of it can have left", async () => {
    const mail = await failed();
    expect(await row(mail)).toMatchObject({ state: "failed", reason: "refused", firstSentAt: null });
    const at = later(noon, days(2));
    expect(await redriven(mail, at)).toBe("queued");
    expect(await row(mail)).toMatchObject({ state: "queued", reason: null, attempts: 0, notBefore: at });
    await round(at);
    expect(await row(mail)).toMatchObject({ state: "accepted", attempts: 1, firstSentAt: at });
    const [first, second] = provider.ledger;
    expect([first?.key, second?.key]).toEqual([mail.id, `${mail.id}/2`]);
    expect(second?.body, "as it was written").toBe(first?.body);
    expect((await history(mail)).slice(-3)).toEqual([
      "failed > queued: operator: sent again",
      "queued > sending: claimed",
      "sending > accepted: accepted",
    ]);
  });

  it("what is held, only when told that it goes even if it has left", async () => {
    const mail = await held("accepting");
    const at = later(noon, hours(30));
    expect(await redriven(mail, at)).toBe("may-have-left");
    expect(await row(mail)).toMatchObject({ state: "held", reason: "unknown-sent" });
    expect(await round(at)).toBe(0);
    expect(await redriven(mail, at, true)).toBe("queued");
    await round(at);
    expect((await row(mail)).state).toBe("accepted");
    expect(await history(mail)).toContain("held > queued: operator: sent again, may have left");
  });

  it("with all attempts anew, each under the key of this drive", async () => {
    const mail = await failed();
    await redriven(mail, later(noon, days(2)));
    provider.next({ do: "drop", after: "accepting" });
    await round(later(noon, days(2)));
    expect(await row(mail)).toMatchObject({ state: "queued", attempts: 1 });
    await round(later(noon, days(2) + minutes(1)));
    expect((await row(mail)).state).toBe("accepted");
    expect(provider.ledger.map(({ key }) => key)).toEqual([mail.id, `${mail.id}/2`, `${mail.id}/2`]);
    expect(provider.taken()).toHaveLength(1);
  });

  it("nothing that is on its way, has gone, was taken back, is wiped or was never here", async () => {
    const waiting = await queued({}, later(noon, days(9)));
    const old = await failed();
    const takenBack = await cancelled(await failed());
    expect(await row(takenBack)).toMatchObject({ state: "cancelled", reason: "withdrawn", ...wiped });
    await wipePayloads({ actor: "worker", now: later(noon, days(7) + 1) });
    const gone = "0193b1a0-0000-7000-8000-000000000001";
    const ids = [waiting.id, old.id, takenBack.id, gone];
    const outcomes = await redriveAll(later(noon, days(8)), ids, true);
    expect([...outcomes]).toEqual([
      [waiting.id, "not-stuck"],
      [old.id, "wiped"],
      [takenBack.id, "not-stuck"],
      [gone, "not-stuck"],
    ]);
    expect(await row(old)).toMatchObject({ state: "failed" });
  });

  it("once, when two press at once", async () => {
    const mail = await failed();
    const outcomes = await Promise.all([redriven(mail, noon), redriven(mail, noon), redriven(mail, noon)]);
    expect(outcomes.sort()).toEqual(["not-stuck", "not-stuck", "queued"]);
  });

  it("and erasing finds the copies of every drive (fault 42)", async () => {
    const mail = await failed();
    await redriven(mail, noon);
    const body = JSON.stringify({ from: "a@b.example", to: "c@d.example", subject: "S", text: "T", html: "T" });
    const store = (key: string) => storeLocalMail({ actor: "visitor", now: noon }, { key, body });
    await store(mail.id);
    await store(`${mail.id}/2`);
    const before = (await localMails(100)).length;
    await transaction((tx) => eraseDeliveries(tx, operator(noon), subjectOf(mail)));
    expect((await localMails(100)).length).toBe(before - 2);
    await store(`${mail.id}/3`);
    expect((await localMails(100)).length, "no copy of what was taken back").toBe(before - 2);
  });
});

describe("a person drops", () => {
  it("what waits, failed or is held: it is wiped at once, and the reason says where it may have gone", async () => {
    const on = await queued({}, later(noon, days(2)));
    const [refused, unknown] = [await failed(), await held()];
    const busy = await queued();
    await claimDeliveries({ actor: "worker", now: noon }, "w", 1);
    const dropped = await drop(later(noon, days(1)), [refused, unknown, on, busy]);
    expect(dropped).toEqual([refused, unknown, on].map(({ id }) => id).sort());
    expect(await row(refused)).toMatchObject({ state: "cancelled", reason: "dropped", ...wiped });
    expect(await row(on)).toMatchObject({ state: "cancelled", reason: "dropped", ...wiped });
    expect(await row(unknown)).toMatchObject({ state: "cancelled", reason: "dropped-unknown", ...wiped });
    for (const mail of [refused, unknown, on]) {
      expect((await history(mail)).at(-1)).toMatch(/^(queued|failed|held) > cancelled: operator: dropped$/);
      expect(await redriven(mail, noon, true)).toBe("not-stuck");
    }
    expect((await row(busy)).state).toBe("sending");
  });
});

describe("fault 53: after a restore", () => {
  const night = later(noon, -hours(10));
  const restore = () => holdRestoredDeliveries(operator(noon), { takenAt: night, batch: 2 });
  const decided = { state: "held", reason: "restored", leaseBy: null };

  it("whatever waited or was with the provider is held, says why, and is sent by no worker", async () => {
    const waiting = [await queued(), await queued(), await queued()];
    const sending = await queued({}, later(noon, -hours(1)));
    await claimDeliveries({ actor: "worker", now: later(noon, -hours(1)) }, "w", 1);
    await letLeasesExpire();
    expect(await restore()).toBe(4);
    for (const mail of waiting) {
      expect(await row(mail)).toMatchObject({ ...decided, firstSentAt: night });
      expect((await history(mail)).at(-1)).toBe("queued > held: operator: restored");
    }
    expect(await row(sending)).toMatchObject({ ...decided, firstSentAt: later(noon, -hours(1)) });
    expect(await round(later(noon, days(2)))).toBe(0);
    expect(provider.ledger).toEqual([]);
    expect(await restore()).toBe(0);
  });

  it("a person decides, and is told that it may have left; so of what had failed: it may have been sent again since", async () => {
    const mails = [await failed(), await queued()];
    provider.reset();
    await sql("test-never-sent", `update "Delivery" set "firstSentAt" = null`, [], z.unknown());
    await restore();
    for (const mail of mails) {
      expect(await redriven(mail, noon)).toBe("may-have-left");
      expect(await redriven(mail, noon, true)).toBe("queued");
    }
    await round(noon);
    expect(provider.taken().map(({ key }) => key)).toEqual(expect.arrayContaining(mails.map(({ id }) => `${id}/2`)));
  });
});

describe("the table of states", () => {
  const moves = [
    "> queued",
    ...Object.entries(transitions).flatMap(([from, { becomes }]) => becomes.map((to) => `${from} > ${to}`)),
  ];

  async function inDatabase(constraint: string): Promise<string> {
    const [check] = await sql(
      "test-check",
      `select pg_get_constraintdef(oid) as "definition" from pg_constraint where conname = $1`,
      [constraint],
      z.object({ definition: z.string() }),
    );
    return check?.definition ?? "";
  }

  it("has the states of the database's CHECK", async () => {
    const states = [...(await inDatabase("Delivery_state")).matchAll(/'([a-z-]+)'/g)].map(([, state]) => state);
    expect(states.sort()).toEqual(Object.keys(transitions).sort());
    expect(Object.keys(transitions).sort()).toEqual([...deliveryStates].sort());
  });

  it("has the moves of the database's CHECK", async () => {
    const found = [...(await inDatabase("DeliveryEvent_move")).matchAll(/'([a-z]*)>([a-z]+)'/g)];
    expect(found.map(([, from, to]) => `${from} > ${to}`.trim()).sort()).toEqual([...moves].sort());
  });

  /** A way to make each move, by the verb that makes it. */
  const made: Record<string, () => Promise<RenderedMail>> = {
    "> queued": () => queued(),
    "queued > sending": async () => {
      const mail = await queued();
      await claimDeliveries({ actor: "worker", now: noon }, "w", 1);
      return mail;
    },
    "queued > held": async () => {
      const mail = await queued();
      await holdRestoredDeliveries(operator(noon), { takenAt: noon });
      return mail;
    },
    "queued > cancelled": async () => cancelled(await queued()),
    "sending > sending": exhausted,
    "sending > accepted": async () => {
      const mail = await queued();
      await round(noon);
      return mail;
    },
    "sending > queued": async () => {
      const mail = await queued();
      provider.next({ do: "drop" });
      await round(noon);
      return mail;
    },
    "sending > held": () => held(),
    "sending > failed": failed,
    "sending > cancelled": async () => {
      const mail = await queued();
      await claimDeliveries({ actor: "worker", now: noon }, "w", 1);
      return cancelled(mail);
    },
    "held > queued": async () => {
      const mail = await held();
      await redriven(mail, noon, true);
      return mail;
    },
    "held > cancelled": async () => {
      const mail = await held();
      await drop(noon, [mail]);
      return mail;
    },
    "failed > queued": async () => {
      const mail = await failed();
      await redriven(mail, noon);
      return mail;
    },
    "failed > cancelled": async () => cancelled(await failed()),
  };

  it("has no move that nothing makes", () => {
    expect(Object.keys(made).sort()).toEqual([...moves].sort());
  });

  it.each(Object.entries(made))("%s", async (move, make) => {
    expect((await history(await make())).at(-1)?.replace(/: .*/, "").trim()).toBe(move);
  });
});
