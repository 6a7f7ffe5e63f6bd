import { env } from "#app/lib/env.server.ts";
import { shifted } from "#app/lib/time.ts";

/**
 * The product's present. Only `http/` and `server/` read it; everybody else is given `now` in `by`, so that a test, a
 * job and a retry can say what time it is. `CLOCK_OFFSET` moves it outside production.
 */
export function now(): Date {
  return shifted(new Date(), env().CLOCK_OFFSET);
}
