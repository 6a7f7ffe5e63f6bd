import { z } from "zod";
import { bytes, count, sql } from "#app/lib/db.server.ts";
import { SealFault, reseal, sealHeader } from "#app/lib/seal.server.ts";
import type { SealLabel } from "#app/lib/seal.server.ts";

/** A sealed column, as its owner names it: `id` is the primary key that the values are bound to. */
export interface SealedColumn {
  table: string;
  id: string;
  column: string;
  label: SealLabel;
}

export interface Resealed {
  done: number;
  /** Values that no key opens: they stay as they are. */
  unreadable: number;
}
export type Resealing = { batch?: number; signal?: AbortSignal };

/**
 * Seals anew what is not under the first key of the ring: row by row of the primary key, in short statements, while others
 * read and write. What was changed meanwhile is left as it is: who changed it sealed it. What is done stays done, whoever
 * ends it.
 */
export async function resealColumns(columns: readonly SealedColumn[], resealing: Resealing = {}): Promise<Resealed> {
  const sum = { done: 0, unreadable: 0 };
  for (const column of columns) {
    const { done, unreadable } = await resealColumn(column, resealing);
    sum.done += done;
    sum.unreadable += unreadable;
  }
  return sum;
}

const looked = z.object({ id: z.string(), old: bytes.nullable() });
const first = "00000000-0000-0000-0000-000000000000";

async function resealColumn(of: SealedColumn, { batch = 500, signal }: Resealing): Promise<Resealed> {
  const sum = { done: 0, unreadable: 0 };
  for (let last: string | undefined = first; last !== undefined && !signal?.aborted;) {
    const rows: z.output<typeof looked>[] = await sql(
      `reseal-look-${of.table}-${of.column}`,
      lookFor(of),
      [last, batch, sealHeader()],
      looked,
    );
    const ids: string[] = [];
    const before: Uint8Array[] = [];
    const after: Uint8Array[] = [];
    for (const { id, old } of rows) {
      const anew = old && resealed(of.label, id, old);
      if (old && !anew) sum.unreadable += 1;
      if (!old || !anew) continue;
      ids.push(id);
      before.push(old);
      after.push(anew);
    }
    if (ids.length > 0) {
      const answer = z.object({ done: count });
      const [row] = await sql(`reseal-put-${of.table}-${of.column}`, putInto(of), [ids, before, after], answer);
      sum.done += row?.done ?? 0;
    }
    last = rows.length === batch ? rows.at(-1)?.id : undefined;
  }
  return sum;
}

function resealed(label: SealLabel, id: string, old: Uint8Array): Uint8Array | null {
  try {
    return reseal(label, id, old);
  } catch (error) {
    if (!(error instanceof SealFault)) throw error;
    return null;
  }
}

/** A stretch of the table, with the values that are under another key. */
const lookFor = ({ table, id, column }: SealedColumn) =>
  `select "${id}" as "id",
     case when substring("${column}" from 1 for length($3::bytea)) <> $3::bytea then "${column}" end as "old"
   from "${table}" where "${id}" > $1::uuid order by "${id}" limit $2::int`;

/** Locked in the order of their keys, as everybody does who locks several. */
const putInto = ({ table, id, column }: SealedColumn) =>
  `with given as (
     select * from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as g("key", "old", "anew")
   ), mine as (
     select t."${id}" as "key" from "${table}" t join given on given."key" = t."${id}" order by t."${id}" for update of t
   ), done as (
     update "${table}" t set "${column}" = given."anew" from mine join given using ("key")
     where t."${id}" = mine."key" and t."${column}" = given."old" returning 1
   )
   select count(*) as "done" from done`;
