import { expect, it } from "vitest";
import { decisions, decisionsFor } from "./decision.ts";
import { deliveryReasons, deliveryStates, transitions } from "./delivery.ts";
import { causeWords } from "./delivery-words.ts";

it("offers only what the table of states allows, and releases only what a person held", () => {
  for (const state of deliveryStates)
    for (const reason of [null, ...deliveryReasons])
      for (const isKept of [true, false]) {
        const offered = decisionsFor({ state, reason, isKept });
        for (const decision of offered) expect(transitions[state].becomes).toContain(decisions[decision].to);
        if (reason !== null) expect(offered).not.toContain("release");
        if (!isKept) expect(offered).not.toContain("re-drive");
      }
  expect(decisionsFor({ state: "sending", reason: null, isKept: true })).toEqual([]);
});

it("says what moved a delivery, who decided it, and the mail service's answer as its own", () => {
  expect(causeWords("en", "visitor", null)).toBe("by its writer");
  expect(causeWords("en", "staff: sent again, may have left", null)).toBe(
    "sent again, though it may have gone, by staff",
  );
  expect(causeWords("en", "staff: held", "Sample Staff")).toBe("held, by Sample Staff");
  expect(causeWords("en", "lease-expired", null)).toContain("another took it");
  expect(causeWords("en", "422 validation_error", null)).toBe("the mail service’s answer: 422 validation_error");
});
