import { later, minutes, seconds } from "#app/lib/time.ts";
import { keyMemory, maxLostLeases } from "../delivery.ts";
import type { Verdict } from "../provider-answer.ts";
import type { Claimed } from "./claim-deliveries.server.ts";
import type { Outcome } from "./record-outcome.server.ts";

/** For how long all mail waits when quota, key or domain stand in its way, unless the provider says. */
export const parkedFor = minutes(15);

/**
 * 2 s, 4 s, 8 s … half an hour, each shortened at random by up to half, so that a crowd does not come back as one. It has
 * no last step: `keyMemory` ends it.
 */
export function backoff(attempts: number, random: number): number {
  const whole = Math.min(seconds(2) * 2 ** (attempts - 1), minutes(30));
  return whole / 2 + (whole / 2) * random;
}

/**
 * What must not be sent at all, decided before the request; null: send it. `memory`: for how long the channel knows a key
 * that it was given. One that knows none (0) may have taken what a lost worker had begun: that is held (fault 4).
 */
export function decidedUnsent(claimed: Claimed, at: Date, memory = keyMemory): Outcome | null {
  const { attempts, sentBefore, lostLeases } = claimed;
  const untouched = { attempts: attempts - 1, firstSentAt: sentBefore };
  if (claimed.suppressed) return { ...untouched, to: "cancelled", reason: "suppressed", cause: "suppressed" };
  if (sentBefore && at.getTime() - sentBefore.getTime() >= memory) {
    return { ...untouched, to: "held", reason: "unknown-sent", cause: "key forgotten" };
  }
  if (lostLeases >= maxLostLeases) return { ...untouched, to: "failed", reason: "exhausted", cause: "leases lost" };
  return null;
}

/** What the provider's answer makes of a claimed delivery. */
export function outcomeOf(verdict: Verdict, claimed: Claimed, at: Date, random: number): Outcome {
  const { attempts, sentBefore, firstSentAt } = claimed;
  const { cause } = verdict;
  switch (verdict.kind) {
    case "accepted":
      return { to: "accepted", reason: null, cause, attempts, firstSentAt, providerId: verdict.providerId };
    case "held":
      return { to: "held", reason: "unknown-sent", cause, attempts, firstSentAt };
    case "failed":
      return { to: "failed", reason: "refused", cause, attempts, firstSentAt: sentBefore };
    case "park":
      return {
        to: "queued",
        reason: "parked",
        cause,
        attempts: attempts - 1,
        firstSentAt: sentBefore,
        notBefore: later(at, verdict.after ?? parkedFor),
      };
    case "retry": {
      const wait = Math.max(
        backoff(attempts, random),
        verdict.after === null ? 0 : verdict.after + seconds(2) * random,
      );
      return {
        to: "queued",
        reason: null,
        cause,
        attempts: verdict.counts ? attempts : attempts - 1,
        firstSentAt: verdict.notTaken ? sentBefore : firstSentAt,
        notBefore: later(at, wait),
      };
    }
  }
}
