/**
 * `node --import tsx prisma/new-migration.ts NAME` writes the migration that leads from the migrations that exist to the
 * schema as it is now. Read the result: what Prisma does not know (CHECKs, triggers, NULLS NOT DISTINCT) is yours to add.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { missingMigration } from "./missing-sql.ts";

async function newMigration(name: string): Promise<string | null> {
  const sql = await missingMigration();
  if (sql === "") return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const path = fileURLToPath(new URL(`migrations/${stamp}_${name}`, import.meta.url));
  mkdirSync(path);
  writeFileSync(join(path, "migration.sql"), `${sql}\n`);
  return path;
}

const [name = ""] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
  console.error("Give the migration a name of lower-case letters, digits and underscores: add_matter_summary");
  process.exit(1);
}
const path = await newMigration(name);
console.log(
  path ? `Wrote ${path}/migration.sql. Read it, and add its CHECKs.` : "The migrations already lead to this schema.",
);
