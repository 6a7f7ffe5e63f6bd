import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { concurrentIndex } from "./interrupted-migrations.ts";
import { migrationNames, migrationsFolder } from "./migration-names.ts";

it("reads what a migration makes or drops while others write", () => {
  const made = `-- Alone.\nCREATE UNIQUE INDEX CONCURRENTLY "A_b" ON "A"("b") WHERE ("b" = 'x');\n`;
  expect(concurrentIndex(made)).toEqual({ does: "create", name: "A_b" });
  expect(concurrentIndex(`DROP INDEX CONCURRENTLY "A_b"`)).toEqual({ does: "drop", name: "A_b" });
  expect(concurrentIndex(`CREATE INDEX "A_b" ON "A"("b");`)).toBeNull();
  expect(concurrentIndex(`${made}DROP INDEX CONCURRENTLY "C_d";`)).toBeNull();
});

it.each(migrationNames())("%s is one transaction, or one index made while others write", (name) => {
  const script = readFileSync(join(migrationsFolder(), name, "migration.sql"), "utf8")
    .replace(/--.*$/gm, "")
    // The body of a function begins and ends a block, not a transaction.
    .replace(/\$\$.*?\$\$/gs, "");
  if (/\bconcurrently\b/i.test(script)) expect(concurrentIndex(script)).not.toBeNull();
  expect(script).not.toMatch(/^\s*(begin|commit|rollback|vacuum|start transaction)\b/im);
});
