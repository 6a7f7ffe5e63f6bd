import { randomUUID } from "node:crypto";
import type { By } from "#app/lib/by.ts";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import type { Settings } from "#app/lib/env.server.ts";
import { log, logFault } from "#app/lib/log.server.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { seconds } from "#app/lib/time.ts";
import { attemptTimeout, keyOf, lease } from "./delivery.ts";
import { claimDeliveries } from "./internal/claim-deliveries.server.ts";
import type { Claimed } from "./internal/claim-deliveries.server.ts";
import { payloadLabel } from "./internal/labels.ts";
import { decidedUnsent, outcomeOf, parkedFor } from "./internal/outcome-of.ts";
import { Pace } from "./internal/pace.ts";
import { postMail } from "./internal/post-mail.server.ts";
import { recordOutcome } from "./internal/record-outcome.server.ts";
import type { Outcome } from "./internal/record-outcome.server.ts";
import { mailRoute } from "./mail-channel.server.ts";
import { payloadSchema } from "./mail.ts";
import type { Payload } from "./mail.ts";

const concurrency = 5;
/** The provider may name no pause with its 429. */
const shortPause = seconds(1);
const ownPace = new Pace();

export type Sending = {
  workerId: string;
  limit: number;
  /** Once aborted, nothing more is begun; what is with the provider is waited for. */
  signal: AbortSignal;
  now: () => Date;
  timeout?: number;
  pace?: Pace;
  settings?: Settings;
};

/**
 * Claims what is due, sends it with no transaction open, and records what the provider said. Returns how many were
 * claimed: with 0 there was nothing to do. A process that dies in between leaves rows whose lease expires; whoever
 * claims them sends the same bytes under the same key.
 */
export async function sendDeliveries(by: By, sending: Sending): Promise<number> {
  const { workerId, limit, signal, now, pace = ownPace, settings = env() } = sending;
  if (signal.aborted || pace.isPaused(by.now) || mailRoute(settings, { isDemo: false }).to === "nowhere") return 0;

  const holder = `${workerId}/${randomUUID()}`;
  const claimedAt = performance.now();
  const claimed = await claimDeliveries(by, holder, limit);
  const timeout = sending.timeout ?? attemptTimeout;
  // What could outlast its lease is not begun: somebody else might send it at the same time.
  const isFresh = () => performance.now() - claimedAt < lease - timeout - seconds(5);
  const mayBegin = () => !signal.aborted && !pace.isPaused(now()) && isFresh();

  const waiting = [...claimed];
  let isAway = false;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        const outcome = mayBegin() ? await attempt(next, { now, pace, settings, timeout, mayBegin }) : givenBack(next);
        await recordOutcome(next.id, holder, outcome, now());
      } catch (error) {
        // The lease expires and the delivery is claimed again.
        if (!isDatabaseDown(error)) logFault(error, { delivery: next.id, worker: workerId });
        else if (!isAway) log("warn", "database-down", { job: "outbox", worker: workerId });
        isAway ||= isDatabaseDown(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, claimed.length) }, lane));
  return claimed.length;
}

type Attempt = Required<Pick<Sending, "now" | "pace" | "settings" | "timeout">> & { mayBegin: () => boolean };

async function attempt(claimed: Claimed, { now, pace, settings, timeout, mayBegin }: Attempt): Promise<Outcome> {
  const unsent = decidedUnsent(claimed, now());
  if (unsent) return told(claimed, unsent);
  const untouched = { attempts: claimed.attempts - 1, firstSentAt: claimed.sentBefore };
  const route = mailRoute(settings, claimed);
  if (route.to === "hold") return told(claimed, { ...untouched, to: "held", reason: "demo", cause: "demo" });
  if (route.to === "nowhere") return givenBack(claimed);
  const payload = opened(claimed);
  if (!payload) return told(claimed, { ...untouched, to: "held", reason: "unreadable", cause: "unreadable" });

  await pace.turn(route.ratePerSecond);
  if (!mayBegin()) return givenBack(claimed);
  const verdict = await postMail(route, keyOf(claimed), payload, timeout);
  if (verdict.kind === "park") pace.pause(now(), verdict.after ?? parkedFor);
  if (verdict.kind === "retry" && !verdict.counts) pace.pause(now(), verdict.after ?? shortPause);
  return told(claimed, outcomeOf(verdict, claimed, now(), Math.random()));
}

function opened({ id, sealedPayload }: Claimed): Payload | null {
  try {
    return sealedPayload && unseal(payloadLabel, id, sealedPayload, payloadSchema);
  } catch (error) {
    logFault(error, { delivery: id });
    return null;
  }
}

/** Claimed and not begun: as if it had never been claimed. */
function givenBack({ attempts, sentBefore }: Claimed): Outcome {
  return { to: "queued", reason: null, cause: "not begun", attempts: attempts - 1, firstSentAt: sentBefore };
}

/** What a person has to look at goes to the log, which alerts are made from. */
function told({ id, attempts }: Claimed, outcome: Outcome): Outcome {
  if (outcome.to === "held" || outcome.to === "failed" || outcome.reason === "parked") {
    log("warn", "delivery", {
      delivery: id,
      state: outcome.to,
      reason: outcome.reason,
      attempt: attempts,
      code: outcome.cause,
    });
  }
  return outcome;
}
