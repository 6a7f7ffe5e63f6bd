import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, sql } from "#app/lib/db.server.ts";
import { days, earlier, hours, later, minutes } from "#app/lib/time.ts";
import type { DeliveryState } from "./delivery.ts";
import { priorities } from "./mail.ts";
import { unknownReasons } from "./queue-view.ts";
import type { QueueCell, QueuePart } from "./queue-view.ts";

/** Ages at which a column of the table ends. */
const ends = [minutes(5), hours(1), hours(24)];
/** So many of one priority and age are counted; a queue of millions is told as "more". */
const most = 1000;

const row = z.object({ age: count, isUnknown: z.boolean(), n: count, looked: count });

/**
 * What waits, is with the provider, is held or has failed, by how long ago it was last due. Each cell reads so many entries
 * of an index and no more, however many sign. Youngest first: under five minutes, to an hour, to a day, older.
 */
export async function queueCounts(by: By): Promise<Record<QueuePart, QueueCell[]>> {
  const [queued, sending, held, failed] = await Promise.all([
    countsOf(by, "queued"),
    countsOf(by, "sending"),
    countsOf(by, "held"),
    countsOf(by, "failed"),
  ]);
  return {
    held: held.all,
    unknown: held.unknown,
    failed: failed.all,
    queued: queued.all,
    sending: sending.all,
  };
}

async function countsOf(by: By, state: DeliveryState): Promise<{ all: QueueCell[]; unknown: QueueCell[] }> {
  const edges = ends.map((ms) => earlier(by.now, ms));
  const from = [...edges, new Date(0)];
  // What waits for its next attempt is not due yet; it counts as the youngest.
  const until = [later(by.now, days(36_500)), ...edges];
  const rows = await sql(
    `queue-counts-${state}`,
    `select age."age", found."isUnknown", count(*) as "n", max(found."looked") as "looked"
     from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as age("from", "until", "age")
     cross join unnest($3::int[]) as asked("priority")
     cross join lateral (
       select coalesce("reason" = any($4::text[]), false) as "isUnknown", count(*) over () as "looked" from (
         select "reason" from "Delivery" where "state" = '${state}' and "priority" = asked."priority"
           and "notBefore" > age."from" and "notBefore" <= age."until" limit ${most}
       ) counted
     ) found
     group by age."age", asked."priority", found."isUnknown"`,
    [from, until, priorities, state === "held" ? unknownReasons : []],
    row,
  );
  const cells = (isAll: boolean) =>
    from.map((_, index) => {
      const mine = rows.filter((one) => one.age === index + 1 && (isAll || one.isUnknown));
      return { n: mine.reduce((sum, { n }) => sum + n, 0), isMore: mine.some(({ looked }) => looked === most) };
    });
  return { all: cells(true), unknown: cells(false) };
}
