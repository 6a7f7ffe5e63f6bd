import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foreignTables, tableOwners } from "./table-owners.ts";
import { sourceFiles } from "./source-files.ts";

const owners = tableOwners("prisma/schema");

describe("table owners", () => {
  it("knows an owner for every table", () => {
    expect(owners.get("Signature")).toBe("signatures");
    expect(owners.get("Delivery")).toBe("delivery");
  });

  it("finds planted violations", () => {
    expect(foreignTables("letters", 'update "Signature" set state = $1', owners)).toEqual(["Signature"]);
    expect(foreignTables("letters", 'select 1 from "Letter" l join "Delivery" d on true', owners)).toEqual([
      "Delivery",
    ]);
    expect(foreignTables("letters", '{ table: "Delivery", id: "id" }', owners)).toEqual(["Delivery"]);
    expect(foreignTables("letters", "await prisma().campaign.findFirst()", owners)).toEqual(["Campaign"]);
    expect(
      foreignTables("campaigns", "await prisma().campaign.findFirst({ include: { texts: true } })", owners),
    ).toEqual([]);
  });

  it.each(sourceFiles("app/features").map((path) => [path]))("%s touches only its own feature's tables", (path) => {
    const feature = path.split("/")[2] ?? "";
    expect(foreignTables(feature, readFileSync(path, "utf8"), owners)).toEqual([]);
  });

  it.each([...sourceFiles("app/routes"), ...sourceFiles("app/http"), ...sourceFiles("app/ui")].map((path) => [path]))(
    "%s touches no table",
    (path) => {
      expect(foreignTables("", readFileSync(path, "utf8"), owners)).toEqual([]);
    },
  );
});
