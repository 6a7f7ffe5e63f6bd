import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuild } from "#server/build.ts";

/** Names that only the server may know: every variable of the environment that is a secret or an address. */
const serverNames = [...readFileSync(".env.example", "utf8").matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)]
  .map(([, name = ""]) => name)
  .filter((name) => name.includes("_"));

function leaks(text: string): string[] {
  return serverNames.filter((name) => text.includes(name));
}

describe("the client bundle", () => {
  beforeAll(async () => {
    await ensureBuild();
  }, 120_000);

  it("would notice a leak", () => {
    expect(serverNames).toContain("PII_KEYS");
    expect(leaks("const k=process.env.PII_KEYS")).toEqual(["PII_KEYS"]);
  });

  it("knows no name of the server's environment", () => {
    const folder = "build/client";
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files)
      expect({ name, leaks: leaks(readFileSync(join(folder, name), "utf8")) }).toEqual({ name, leaks: [] });
  });
});
