import { beforeAll, describe, expect, it } from "vitest";
import { auditEventsOf } from "#app/features/audit/audit-events-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { days, hours, later } from "#app/lib/time.ts";
import { signedInAs } from "../../../tests/support/accounts.ts";
import { decideDelivery } from "./decide-delivery.server.ts";
import type { Decision } from "./decision.ts";
import { keyMemory, maxLostLeases } from "./delivery.ts";
import { holdRestoredDeliveries } from "./hold-restored-deliveries.server.ts";
import { claimDeliveries } from "./internal/claim-deliveries.server.ts";
import { history, letLeasesExpire, noon, provider, queued, round, row, useOutbox } from "./internal/sending.fixture.ts";
import type { RenderedMail } from "./mail.ts";

useOutbox();

let accountId = "";
beforeAll(async () => {
  accountId = (await signedInAs("staff")).id;
});

const staff = (now: Date): By => ({ actor: "staff", now, accountId });
const worker = (now: Date): By => ({ actor: "worker", now });
const decide = ({ id }: RenderedMail, decision: Decision, evenIfItMayHaveLeft = false, at = noon) =>
  decideDelivery(staff(at), { id, decision, why: "address in doubt", evenIfItMayHaveLeft });
const audited = async ({ id }: RenderedMail) =>
  (await auditEventsOf(staff(noon), "delivery", id)).map(({ actorId, change }) => ({ actorId, ...change }));
const decided = (to: string, evenIfItMayHaveLeft = false) => ({
  actorId: accountId,
  to,
  why: "address in doubt",
  evenIfItMayHaveLeft,
});

describe("staff hold and release", () => {
  it("what waits: no worker takes it until it is released, then it goes once, and both stand in the audit", async () => {
    const mail = await queued();
    expect(await decide(mail, "hold")).toBe("done");
    expect(await round(later(noon, days(2)))).toBe(0);
    expect(await decide(mail, "hold")).toBe("moved");
    const at = later(noon, days(2));
    expect(await decide(mail, "release", false, at)).toBe("done");
    await round(at);
    expect(provider.ledger.map(({ key }) => key)).toEqual([mail.id]);
    expect(await history(mail)).toEqual(
      [
        "> queued: visitor",
        "queued > held: staff: held",
        "held > queued: staff: released",
        "queued > sending: claimed",
        "sending > accepted: accepted",
      ].map((move) => (move.startsWith(">") ? ` ${move}` : move)),
    );
    expect(await audited(mail)).toEqual([decided("held"), decided("queued")]);
  });

  it("what may have gone before it was held goes only when told so, under the key that the mail service knows", async () => {
    const mail = await queued();
    provider.next({ do: "drop", after: "accepting" });
    await round(noon);
    expect(await decide(mail, "hold")).toBe("done");
    expect(await decide(mail, "release", false, later(noon, hours(1)))).toBe("may-have-left");
    expect(await decide(mail, "release", true, later(noon, hours(1)))).toBe("done");
    await round(later(noon, hours(1)));
    expect((await row(mail)).state).toBe("accepted");
    expect(provider.taken()).toHaveLength(1);
    expect(await audited(mail)).toEqual([decided("held"), decided("queued", true)]);
  });

  it("fault 53: after a restore what was held by a person may have gone too, and is not released blindly", async () => {
    const mail = await queued();
    await decide(mail, "hold");
    await holdRestoredDeliveries(staff(noon), { takenAt: later(noon, -hours(10)) });
    expect(await decide(mail, "release")).toBe("may-have-left");
  });

  it("is never a way past what is unknown: what the mail service or a restore left open is not released", async () => {
    const unknown = await queued();
    provider.next({ do: "drop", after: "accepting" });
    await round(noon);
    await round(later(noon, keyMemory));
    const restored = await queued();
    await holdRestoredDeliveries(staff(noon), { takenAt: noon });
    for (const mail of [unknown, restored]) {
      expect((await row(mail)).state).toBe("held");
      expect(await decide(mail, "release", true)).toBe("moved");
      expect(await decide(mail, "re-drive")).toBe("may-have-left");
      expect(await audited(mail)).toEqual([]);
      expect(await decide(mail, "re-drive", true)).toBe("done");
    }
  });
});

describe("a worker that has it", () => {
  it("is not overruled, and nothing stands in the audit", async () => {
    const mail = await queued();
    await claimDeliveries(worker(noon), "w", 1);
    for (const decision of ["hold", "release", "re-drive", "cancel"] as const)
      expect(await decide(mail, decision, true)).toBe("moved");
    expect((await row(mail)).state).toBe("sending");
    expect(await audited(mail)).toEqual([]);
  });

  it("and a person who holds it at the same moment: one of them has it", async () => {
    const mails = await Promise.all(Array.from({ length: 12 }, () => queued()));
    const [claimed, ...outcomes] = await Promise.all([
      claimDeliveries(worker(noon), "w", 6),
      ...mails.map((mail) => decide(mail, "hold")),
    ]);
    const taken = new Set(claimed.map(({ id }) => id));
    expect(outcomes).toEqual(mails.map(({ id }) => (taken.has(id) ? "moved" : "done")));
    for (const mail of mails) expect((await row(mail)).state).toBe(taken.has(mail.id) ? "sending" : "held");
  });
});

it("fault 9: what ended worker after worker is sent again by staff, once they say that it may have gone", async () => {
  const mail = await queued();
  for (let n = 0; n < maxLostLeases; n += 1) {
    await claimDeliveries(worker(noon), `ended ${n}`, 10);
    await letLeasesExpire();
  }
  await round(noon);
  expect(await row(mail)).toMatchObject({ state: "failed", reason: "exhausted" });
  expect(await decide(mail, "re-drive")).toBe("may-have-left");
  expect(await decide(mail, "re-drive", true)).toBe("done");
  await round(noon);
  expect(provider.ledger.map(({ key }) => key)).toEqual([`${mail.id}/2`]);
  expect(await decide(mail, "cancel"), "it has gone").toBe("moved");
});

it("cancels what waits, and knows nothing of what is not there", async () => {
  const mail = await queued();
  expect(await decide(mail, "cancel")).toBe("done");
  expect(await row(mail)).toMatchObject({ state: "cancelled", reason: "dropped", keepsMail: false });
  expect(await audited(mail)).toEqual([decided("cancelled")]);
  expect(await decide({ ...mail, id: "0193b1a0-0000-7000-8000-000000000001" }, "hold")).toBe("unknown");
  expect(await decide({ ...mail, id: "none" }, "hold")).toBe("unknown");
});

it("never tells that what may have gone was stopped, not even once it is queued again", async () => {
  const mail = await queued();
  provider.next({ do: "drop", after: "accepting" });
  await round(noon);
  await round(later(noon, keyMemory));
  expect(await decide(mail, "re-drive", true)).toBe("done");
  expect(await row(mail)).toMatchObject({ state: "queued", firstSentAt: null });
  expect(await decide(mail, "cancel")).toBe("done");
  expect((await row(mail)).reason).toBe("dropped-unknown");
});
