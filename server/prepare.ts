/**
 * The web process takes domain code from its build and must not load a second copy, so it prepares the database by this
 * process of its own.
 */
import { closeDatabase } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { prepareDatabase } from "./prepare-database.ts";

await prepareDatabase(env().DATABASE_URL ?? "");
await closeDatabase();
process.exit(0);
