import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrationNames, migrationsFolder } from "#server/migration-names.ts";

/** What the version before this one, still running, would stumble over: it reads and writes what it knows. */
const breaking: Record<string, RegExp> = {
  "takes a table away": /\bDROP\s+TABLE\b/i,
  "takes a column away": /\bDROP\s+COLUMN\b/i,
  "renames what is in use": /\bRENAME\s+(?:COLUMN|TO)\b/i,
  "asks for a value that is not given":
    /\bSET\s+NOT\s+NULL\b|\bADD\s+COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i,
  "changes what a column holds": /\bALTER\s+COLUMN\b[^,;]*\bTYPE\b/i,
};

/** What is wrong with a script, in words. */
function faultsOf(script: string): string[] {
  const statements = script.replace(/--.*$/gm, "");
  return Object.entries(breaking).flatMap(([fault, pattern]) => (pattern.test(statements) ? [fault] : []));
}

const [first, ...later] = migrationNames();
const scriptOf = (name: string) => readFileSync(join(migrationsFolder(), name, "migration.sql"), "utf8");

it.each(later)("fault 54: an old web goes on beside a new worker after %s", (name) => {
  expect(faultsOf(scriptOf(name))).toEqual([]);
});

it("the first makes everything, and is looked at by nobody", () => {
  expect(scriptOf(first ?? "")).toContain("CREATE TABLE");
});

it.each([
  [`ALTER TABLE "Letter" DROP COLUMN "factsAt";`, "takes a column away"],
  [`DROP TABLE "Letter";`, "takes a table away"],
  [`ALTER TABLE "Letter" RENAME COLUMN "factsAt" TO "at";`, "renames what is in use"],
  [`ALTER TABLE "Letter" ADD COLUMN "x" TEXT NOT NULL;`, "asks for a value that is not given"],
  [
    `ALTER TABLE "Letter" ADD COLUMN "y" INT DEFAULT 1,\nADD COLUMN "x" TEXT NOT NULL;`,
    "asks for a value that is not given",
  ],
  [`ALTER TABLE "Letter" ALTER COLUMN "x" SET NOT NULL;`, "asks for a value that is not given"],
  [`ALTER TABLE "Letter" ALTER COLUMN "x" SET DATA TYPE BIGINT;`, "changes what a column holds"],
])("which %s breaks", (script, fault) => {
  expect(faultsOf(script)).toEqual([fault]);
});

it.each([
  `ALTER TABLE "Delivery" ADD COLUMN "drives" INTEGER NOT NULL DEFAULT 1,\nADD COLUMN "x" TEXT;`,
  `CREATE TABLE "New" ("id" UUID NOT NULL);`,
  `-- DROP TABLE "Letter"\nALTER TABLE "Letter" DROP CONSTRAINT "Letter_state";`,
])("and this does not: %s", (script) => {
  expect(faultsOf(script)).toEqual([]);
});
