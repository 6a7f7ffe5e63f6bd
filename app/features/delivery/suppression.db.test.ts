import { describe, expect, it } from "vitest";
import { transaction } from "#app/lib/db.server.ts";
import { days, later, seconds } from "#app/lib/time.ts";
import type { DeliveryKind } from "./delivery.ts";
import { deliveryKinds } from "./delivery.ts";
import { noon, queued, round, row, useOutbox, wiped } from "./internal/sending.fixture.ts";
import { liftSuppression } from "./lift-suppression.server.ts";
import { mayMailSupporter } from "./may-mail-supporter.server.ts";
import { suppressAddress } from "./suppress-address.server.ts";
import type { SuppressionScope } from "./suppress-address.server.ts";

useOutbox();

const campaignId = "0193b1a0-0000-7000-8000-000000000001";
const notMe: SuppressionScope = `campaign:${campaignId}`;
const to = "ann@example.org";

function stop(scope: SuppressionScope, at = noon, email = to): Promise<void> {
  return transaction((tx) =>
    suppressAddress(
      tx,
      { actor: "visitor", now: at },
      { email, scope, reason: scope === "all" ? "bounced" : "not-me" },
    ),
  );
}

function may(kind: DeliveryKind, at: Date, given: { email?: string; campaignId?: string | null } = {}) {
  const asked = { email: to, campaignId, kind, ...given };
  return transaction((tx) => mayMailSupporter(tx, { actor: "visitor", now: at }, asked));
}

describe("“This wasn’t me”", () => {
  it("stops what waits for a supporter, of that campaign alone, however the address is spelt", async () => {
    const own = [
      await queued({ to: "Ann@BÜCHER.example", kind: "confirm", campaignId }),
      await queued({ to: "ann@bücher.example", kind: "reminder", campaignId }),
    ];
    const other = await queued({ to: "ann@bücher.example", kind: "personal-link" });
    await stop(notMe, noon, "ann@xn--bcher-kva.example");
    await round(noon);
    for (const mail of own)
      expect(await row(mail)).toMatchObject({ state: "cancelled", reason: "suppressed", ...wiped });
    expect((await row(other)).state).toBe("accepted");
  });

  it("stops no letter to an office, also where somebody signed with that office's own address", async () => {
    await stop(notMe);
    const letter = await queued({ to, kind: "letter", campaignId }, later(noon, seconds(1)));
    await round(later(noon, seconds(1)));
    expect((await row(letter)).state).toBe("accepted");
  });

  it("lets a confirmation mail through all the same, one in seven days, and no reminder", async () => {
    await stop(notMe);
    const at = later(noon, seconds(1));
    expect(await may("reminder", at)).toBe(false);
    expect(await may("confirm", at)).toBe(true);
    expect(await may("confirm", later(at, days(7) - 1))).toBe(false);
    expect(await may("confirm", later(at, days(7)))).toBe(true);
    expect(await may("confirm", later(at, days(7)))).toBe(false);
    expect(await may("personal-link", at, { campaignId: null }), "the way to one's own page stays").toBe(true);
  });

  it("takes that turn once when several ask at once", async () => {
    await stop(notMe);
    const asked = await Promise.all(Array.from({ length: 5 }, () => may("confirm", later(noon, 1))));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  it("and the worker sends what was let through, until it is said again", async () => {
    await stop(notMe);
    const first = await queued({ to, kind: "confirm", campaignId }, later(noon, 1));
    await round(later(noon, 1));
    expect((await row(first)).state).toBe("accepted");
    const second = await queued({ to, kind: "confirm", campaignId }, later(noon, 2));
    await stop(notMe, later(noon, 3));
    await round(later(noon, 3));
    expect((await row(second)).state).toBe("cancelled");
  });

  it("ends when its address confirms what was entered after it", async () => {
    await stop(notMe);
    const lift = (before: Date) => transaction((tx) => liftSuppression(tx, { email: to, scope: notMe, before }));
    await lift(noon);
    expect(await may("reminder", noon)).toBe(false);
    await lift(later(noon, 1));
    expect(await may("reminder", noon)).toBe(true);
  });
});

describe("fault 13: an address that cannot be reached, or complained", () => {
  it("gets nothing more of any kind and any campaign", async () => {
    const kinds = Object.keys(deliveryKinds) as DeliveryKind[];
    const mails = [];
    for (const kind of kinds)
      mails.push(await queued({ to, kind, campaignId: kind === "personal-link" ? null : campaignId }));
    await stop("all");
    for (const kind of kinds) {
      mails.push(await queued({ to, kind, campaignId }, later(noon, 1)));
      expect(await may(kind, later(noon, 1)), kind).toBe(false);
      expect(await may(kind, later(noon, 1), { campaignId: null }), kind).toBe(false);
    }
    await stop(notMe);
    expect(await may("confirm", later(noon, 1)), "nor one in seven days").toBe(false);
    await round(later(noon, 1));
    for (const mail of mails)
      expect(await row(mail)).toMatchObject({ state: "cancelled", reason: "suppressed", ...wiped });
  });

  it("stops no other address", async () => {
    await stop("all");
    const mail = await queued({ to: "bob@example.org" });
    expect(await may("confirm", noon, { email: "bob@example.org" })).toBe(true);
    await round(noon);
    expect((await row(mail)).state).toBe("accepted");
  });
});
