/** Fails, and prints what is missing, when the migrations do not lead to the schema. A step of `npm run check`. */
import { missingMigration } from "./missing-sql.ts";

const sql = await missingMigration();
if (sql !== "") {
  console.error("No migration does this yet; `node --import tsx prisma/new-migration.ts NAME` writes one:\n");
  console.error(sql);
  process.exitCode = 1;
}
