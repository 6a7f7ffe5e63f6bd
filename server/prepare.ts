/**
 * The web process takes domain code from its build and must not load a second copy, so the database is prepared by this
 * process of its own. Under `start` it ends with it.
 */
import { closeDatabase } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { prepareDatabase, tellWhyNot } from "./prepare-database.ts";

if (process.send) {
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(1));
}
try {
  await prepareDatabase(env().DATABASE_URL);
  await closeDatabase();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${tellWhyNot(error)}\n`);
  process.exit(1);
}
