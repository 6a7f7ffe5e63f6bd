import type pg from "pg";

/** Takes an advisory lock of `locks` for as long as this session lives; false where another holds it. */
export async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [lock]);
  return rows[0]?.free === true;
}
