import { z } from "zod";
import type { Tx } from "#app/lib/db.server.ts";

const turnRow = z.object({ isOurs: z.boolean() });

/**
 * Whether nobody else is at this work now (a number of `locks.ts`); whoever is told so has the turn until the transaction
 * ends. Nobody waits.
 */
export async function takeTurn(tx: Tx, lock: number): Promise<boolean> {
  const [turn] = await tx.sql("take-turn", `select pg_try_advisory_xact_lock($1::bigint) as "isOurs"`, [lock], turnRow);
  return turn?.isOurs === true;
}
