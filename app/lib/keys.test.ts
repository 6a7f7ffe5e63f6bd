import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureKeys, parseKeyRing } from "./keys.server.ts";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64url");

describe("a key ring", () => {
  it("keeps its order: the first key writes", () => {
    expect(parseKeyRing(`new:${key(1)}, old:${key(2)}`)?.map(({ id }) => id)).toEqual(["new", "old"]);
  });

  it.each([
    ["no id", key(1)],
    ["a short key", "k:abc"],
    ["an id twice", `k:${key(1)},k:${key(2)}`],
    ["a gap", `k:${key(1)},`],
  ])("is refused with %s", (_why, text) => {
    expect(parseKeyRing(text)).toBeNull();
  });
});

describe("the keys of a data directory", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "redress-keys-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are made once, readable by their owner alone", () => {
    const dataDir = join(folder, "a", "b");
    const made = ensureKeys(dataDir);
    expect(parseKeyRing(made.PII_KEYS)).toHaveLength(1);
    expect(ensureKeys(dataDir)).toEqual(made);
    expect(statSync(join(dataDir, "keys.json")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["keys.json"]);
  });

  it("are the same for all processes that ask at once", async () => {
    const module = fileURLToPath(new URL("./keys.server.ts", import.meta.url));
    const script = `import(${JSON.stringify(module)}).then((m) => console.log(JSON.stringify(m.ensureKeys(process.argv[1]))))`;
    const ask = () => promisify(execFile)(process.execPath, ["--import", "tsx", "-e", script, folder]);
    const answers = await Promise.all(Array.from({ length: 4 }, ask));
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
    expect(answers[0].stdout).toContain("PII_KEYS");
  });

  it("are never replaced when they cannot be read", () => {
    writeFileSync(join(folder, "keys.json"), "{");
    expect(() => ensureKeys(folder)).toThrow("cannot be read");
  });
});
