import { isIP } from "node:net";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none, sql } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { lookup } from "#app/lib/seal.server.ts";
import { days, earlier } from "#app/lib/time.ts";

const useRow = z.object({ key: z.instanceof(Uint8Array), n: z.number() });

/** At most so many within so many milliseconds; `name` tells one limit's uses from another's. */
export type Limit = { name: string; most: number; perMs: number };

type Limited = { limit: Limit; scope?: string; of?: string };

/**
 * Whether the network that asks may do this once more, within every limit given; takes its share of each. `scope` parts
 * uses of one limit, by campaign for instance; `of` is whom a limit is on where that is not the network. Always true where
 * `ABUSE_LIMITS=off`, and where nobody asks over the network. In the caller's transaction: what is undone has not been
 * used, and a limit costs no commit of its own.
 */
export async function withinLimits(tx: Tx, by: By, limits: Limited[]): Promise<boolean> {
  if (by.network === undefined || env().ABUSE_LIMITS === "off") return true;
  const network = networkOf(by.network) ?? "unknown";
  const day = by.now.toISOString().slice(0, 10);
  const rows = limits.map(({ limit: { name, most, perMs }, scope = "", of = network }) => ({
    key: lookup(`limit ${day}`, [name, scope, of].join(" ")),
    since: new Date(Math.floor(by.now.getTime() / perMs) * perMs),
    most,
  }));
  // One order for everybody, else two who share a network could wait for each other.
  rows.sort((a, b) => Buffer.compare(a.key, b.key));
  const taken = await tx.sql(
    "limits-take",
    `insert into "LimitUse" as u ("keyHmac", "since", "n")
     select g."key", g."since", 1 from unnest($1::bytea[], $2::timestamptz[]) as g("key", "since")
     on conflict ("keyHmac", "since") do update set "n" = u."n" + 1 returning "keyHmac" as "key", "n"`,
    [rows.map(({ key }) => key), rows.map(({ since }) => since)],
    useRow,
  );
  return rows.every(({ key, most }) => taken.some((use) => Buffer.compare(use.key, key) === 0 && use.n <= most));
}

/**
 * What counts as one: an IPv4 address, or the /64 of an IPv6 address, which is what one connection gets and can change
 * within at will (RFC 6177). An IPv4 address mapped into IPv6 is that IPv4 address. Null: no address.
 */
export function networkOf(address: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address.replace(/%.*$/, "");
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return null;
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...gap, ...right].slice(0, 4).join(":");
}

/** Uses of yesterday and before serve no more. */
export async function forgetLimits(by: By): Promise<void> {
  await sql("limits-forget", `delete from "LimitUse" where "since" < $1`, [earlier(by.now, days(1))], none);
}
