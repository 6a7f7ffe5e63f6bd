import { describe, expect, it } from "vitest";
import { missingSql } from "../../prisma/missing-sql.ts";
import { schemaFiles } from "../../prisma/schema-engine.ts";

const migrated = process.env.DATABASE_URL ?? "";

/** The schema with `text` put in place of `found` in one of its files. */
function planted(file: string, found: string, text: string) {
  const files = schemaFiles().map(({ path, content }) =>
    path === file ? { path, content: content.replace(found, text) } : { path, content },
  );
  expect(files).not.toEqual(schemaFiles());
  return files;
}

describe("the drift check", () => {
  it("finds nothing missing between the migrations and the schema", async () => {
    expect(await missingSql(migrated)).toBe("");
  });

  it("names the column that no migration adds", async () => {
    const files = planted("signatures.prisma", "model Fold {", "model Fold {\n  planted Int?");
    expect(await missingSql(migrated, files)).toContain('ALTER TABLE "Fold" ADD COLUMN     "planted" INTEGER;');
  });

  it("names the column that no migration drops", async () => {
    const files = planted("accounts.prisma", "  postalAddress String\n", "");
    expect(await missingSql(migrated, files)).toContain('ALTER TABLE "Organization" DROP COLUMN "postalAddress";');
  });

  it("names the partial index that no migration makes", async () => {
    const index = '@@index([at], where: raw("\\"id\\" = 1"), map: "Fold_planted")';
    const files = planted("signatures.prisma", "model Fold {", `model Fold {\n  ${index}`);
    expect(await missingSql(migrated, files)).toMatch(/CREATE INDEX "Fold_planted" ON "Fold"\("at"\) WHERE/);
  });
});
