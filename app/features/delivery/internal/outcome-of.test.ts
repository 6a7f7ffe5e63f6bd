import { expect, it } from "vitest";
import type { Claimed } from "./claim-deliveries.server.ts";
import { decidedUnsent } from "./outcome-of.ts";

const at = new Date("2026-11-24T12:00:00Z");
const fresh: Claimed = {
  id: "d",
  sealedPayload: null,
  isDemo: false,
  drives: 1,
  attempts: 1,
  lostLeases: 0,
  sentBefore: null,
  firstSentAt: at,
  suppressed: false,
};

it("fault 4: on a channel that knows no keys, what a lost worker had begun is held, and what none had begun goes", () => {
  const lost = { ...fresh, attempts: 2, lostLeases: 1, sentBefore: at };
  expect(decidedUnsent(lost, at, 0)).toMatchObject({ to: "held", reason: "unknown-sent" });
  expect(decidedUnsent(fresh, at, 0)).toBeNull();
  expect(decidedUnsent(lost, at), "mail: the same key again").toBeNull();
});
