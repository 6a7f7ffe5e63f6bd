/**
 * What stands before a web or worker process: the build, the database's migrations and facts. Under `start`, which builds
 * meanwhile, it does the database alone, and ends with it.
 */
import { closeDatabase } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { ensureBuild } from "./build.ts";
import { prepareDatabase, tellWhyNot } from "./prepare-database.ts";

if (process.send) {
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(1));
}
try {
  if (!process.send) await ensureBuild();
  await prepareDatabase(env().DATABASE_URL);
  await closeDatabase();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${tellWhyNot(error)}\n`);
  process.exit(1);
}
