import pg from "pg";
import { z } from "zod";
import type { ZodType } from "zod";
import { env } from "#app/lib/env.server.ts";
import { seconds } from "#app/lib/time.ts";

/** What a verb that joins somebody's transaction is given: it runs named statements and cannot end the transaction. */
export interface Tx {
  /**
   * Runs one statement. `name` is unique per text, so that each connection prepares it once; `row` parses every row.
   * `$1`… are `values`.
   */
  sql<S extends ZodType>(name: string, text: string, values: unknown[], row: S): Promise<z.output<S>[]>;
}

/** A `timestamptz` of either driver, as a Date. */
export const instant = z.union([z.date(), z.string().transform((text) => new Date(text))]);
/** A `bigint` (given as text by pg) or an `int`, as a number. Throws beyond 2^53. */
export const count = z.union([z.number(), z.bigint(), z.string().regex(/^-?\d+$/)]).transform((n, context) => {
  const value = Number(n);
  if (!Number.isSafeInteger(value)) context.addIssue({ code: "custom", message: "beyond 2^53" });
  return value;
});
/** A `bytea`, as bytes. */
export const bytes = z.instanceof(Uint8Array).transform((value) => new Uint8Array(value));
/** For statements whose rows nobody reads. */
export const none = z.unknown();

/**
 * Every pool of the product is built here, always in UTC: the adapter of Prisma drops the offset of an instant, so that a
 * database in another zone would be silently hours wrong. `patience`: how long a statement may take, in milliseconds; 0:
 * as long as it takes.
 */
export function openPool(connectionString: string, size = 16, patience = seconds(15)): pg.Pool {
  const pool = new pg.Pool({
    connectionString: inUtc(connectionString),
    max: size,
    application_name: "redress",
    connectionTimeoutMillis: seconds(3),
    statement_timeout: patience,
    idle_in_transaction_session_timeout: patience,
    types: daysAsText,
  });
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on("error", () => undefined);
  // While it is handed out its next statement says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** `options` of an address win over those of the pool, so ours go in there, last. */
function inUtc(connectionString: string): string {
  const address = new URL(connectionString);
  const given = address.searchParams.get("options");
  address.searchParams.set("options", [given, "-c TimeZone=UTC"].filter(Boolean).join(" "));
  return address.href;
}

/** A `date` stays its text: pg would make it midnight in the machine's own zone, another day in UTC. */
const daysAsText: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    oid === pg.types.builtins.DATE
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

let opened: pg.Pool | undefined;

/** The one pool of this process, opened at its first use. */
export function database(): pg.Pool {
  const { DATABASE_URL } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: `npm start` runs the embedded database");
  return (opened ??= openPool(DATABASE_URL));
}

async function run<S extends ZodType>(
  client: pg.Pool | pg.PoolClient,
  name: string,
  text: string,
  values: unknown[],
  row: S,
): Promise<z.output<S>[]> {
  const { rows } = await client.query({ name, text, values });
  return rows.map((found) => row.parse(found));
}

/** One named statement outside a transaction. */
export function sql<S extends ZodType>(name: string, text: string, values: unknown[], row: S): Promise<z.output<S>[]> {
  return run(database(), name, text, values, row);
}

/**
 * Runs `work` in one transaction: committed when it returns, undone when it throws. Inside stand named statements only;
 * whatever is slow (rendering, HTTP) is done before. With a `lock` it begins once nobody else holds that number of
 * `pg_advisory_xact_lock`, in the same round trip.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, { lock }: { lock?: bigint } = {}): Promise<T> {
  const client = await database().connect();
  let broken: Error | undefined;
  try {
    await client.query(lock === undefined ? "begin" : `begin; select pg_advisory_xact_lock(${lock})`);
    const result = await work({ sql: (name, text, values, row) => run(client, name, text, values, row) });
    const { command } = await client.query("commit");
    // A statement failed and `work` went on: PostgreSQL answers the commit with a rollback, not with an error.
    if (command !== "COMMIT") throw new Error("A statement had failed: the transaction was rolled back");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Closes what this process has open; the next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await closing?.end();
}

// Class 08: connection; 53: out of resources (disk full, too many connections); 57P0x: the server stops or starts, or has
// ended what was idle; 55000: it takes no connections to this database; 58030: its disk does not answer; 25006: read-only,
// a standby takes over (PostgreSQL, appendix A).
const downStates = /^(08...|53...|57P0[1235]|55000|58030|25006)$/;
// EAI_AGAIN: the resolver of names does not answer.
const downCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);

/** Whether the database could not be reached, as opposed to a statement that it refused. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (downCodes.has(code) || downStates.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown);
  if (
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
      error.message,
    )
  )
    return true;
  return error.cause !== undefined && isDatabaseDown(error.cause);
}

/** The name of the unique constraint that a statement ran into, or null. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof pg.DatabaseError) || error.code !== "23505") return null;
  return error.constraint ?? null;
}
