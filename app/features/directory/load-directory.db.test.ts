import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import { days, later } from "#app/lib/time.ts";
import { sha256 } from "./internal/read-packed.server.ts";
import { loadDirectory } from "./load-directory.server.ts";
import { recipientsByKeys, recipientsEverByKeys } from "./recipients-of.server.ts";
import { representativesOf } from "./representatives-of.server.ts";

const folder = await mkdtemp(join(tmpdir(), "directory-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const by: By = { actor: "operator", now: new Date("2026-11-24T12:00:00Z") };

/** A later version of the facts, in which one member is missing. */
async function packWithout(bioguide: string): Promise<void> {
  await cp("prisma/data", folder, { recursive: true });
  const file = join(folder, "us-members.json");
  const lines = (await readFile(file, "utf8")).split("\n");
  const text = lines.filter((line) => !line.includes(`"bioguide":"${bioguide}"`)).join("\n");
  expect(text.split("\n")).toHaveLength(lines.length - 1);
  await writeFile(file, text);
  const manifestFile = join(folder, "directory.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8"));
  manifest.asOf = "2026-11-20";
  for (const packed of manifest.packed) if (packed.file === "us-members.json") packed.sha256 = sha256(text);
  await writeFile(manifestFile, JSON.stringify(manifest));
}

it("takes a newer version: who is missing in it has left the office, a contact known to be dead stays so", async () => {
  await loadDirectory(by);
  await sql(
    "test bury contact",
    `update "ContactPoint" set "deadAt" = now() where "officialId" = 'bioguide:P000145' and "channel" = 'phone'`,
    [],
    z.unknown(),
  );
  await packWithout("F000483");
  const nextDay: By = { ...by, now: later(by.now, days(1)) };
  expect(await loadDirectory(nextDay, folder)).toBe("loaded");
  expect(await loadDirectory(nextDay, folder)).toBe("present");

  const found = await representativesOf(by, { country: "US", postalCode: "91205" });
  expect(found).toMatchObject({ status: "vacant", asOf: "2026-11-20" });
  expect(await recipientsByKeys(by, ["F000483"])).toEqual([]);
  expect(await recipientsEverByKeys(by, ["F000483"])).toMatchObject([{ name: "Laura Friedman" }]);
  const [senator] = await recipientsByKeys(by, ["P000145"]);
  expect(senator?.contacts.map(({ channel }) => channel)).not.toContain("phone");
});
