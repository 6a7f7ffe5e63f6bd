import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64url");
const person = z.object({ givenName: z.string() });
const ani = { givenName: "Անի" };

/** The module as a process with these keys has it. */
async function withKeys(ring: string, lookupKey = "l".repeat(32)) {
  vi.resetModules();
  vi.stubEnv("PII_KEYS", ring);
  vi.stubEnv("LOOKUP_KEY", lookupKey);
  vi.stubEnv("SESSION_SECRET", "s".repeat(32));
  return import("./seal.server.ts");
}

beforeEach(() => () => vi.unstubAllEnvs());

describe("sealing", () => {
  it("gives back what was sealed, and shows nothing of it", async () => {
    const { seal, unseal } = await withKeys(`k1:${key(1)}`);
    const sealed = seal("signatures/person", "row-1", ani);
    expect(unseal("signatures/person", "row-1", sealed, person)).toEqual(ani);
    expect(Buffer.from(sealed).includes("Անի")).toBe(false);
    expect(seal("signatures/person", "row-1", ani)).not.toEqual(sealed);
  });

  it("holds a value to its kind and its row", async () => {
    const { seal, unseal } = await withKeys(`k1:${key(1)}`);
    const sealed = seal("signatures/person", "row-1", ani);
    expect(() => unseal("signatures/person", "row-2", sealed, person)).toThrow("altered");
    expect(() => unseal("letters/text", "row-1", sealed, person)).toThrow("altered");
  });

  it("notices every altered byte", async () => {
    const { seal, unseal } = await withKeys(`k1:${key(1)}`);
    const sealed = seal("signatures/person", "row-1", ani);
    for (let i = 0; i < sealed.length; i++) {
      const altered = sealed.slice();
      altered[i] ^= 1;
      expect(() => unseal("signatures/person", "row-1", altered, person), `byte ${i}`).toThrow();
    }
    expect(() => unseal("signatures/person", "row-1", sealed.subarray(0, 10), person)).toThrow("altered");
    expect(() => unseal("signatures/person", "row-1", new Uint8Array(), person)).toThrow("altered");
  });

  it("fault 52: reads old rows after a rotation, and names an absent key", async () => {
    const before = await withKeys(`k1:${key(1)}`);
    const sealed = before.seal("signatures/person", "row-1", ani);
    const rotated = await withKeys(`k2:${key(2)},k1:${key(1)}`);
    expect(rotated.unseal("signatures/person", "row-1", sealed, person)).toEqual(ani);
    expect(rotated.keyIdOf(rotated.seal("signatures/person", "row-1", ani))).toBe("k2");
    const lost = await withKeys(`k2:${key(2)}`);
    expect(lost.keyIdOf(sealed)).toBe("k1");
    expect(() => lost.unseal("signatures/person", "row-1", sealed, person)).toThrow("absent-key");
  });
});

describe("look-up", () => {
  it("finds the same value again, for one purpose, under one key", async () => {
    const one = await withKeys(`k1:${key(1)}`);
    const found = one.lookup("matter:a", "ani@example.org");
    expect(one.bytesEqual(found, one.lookup("matter:a", "ani@example.org"))).toBe(true);
    expect(one.bytesEqual(found, one.lookup("matter:b", "ani@example.org"))).toBe(false);
    expect(one.bytesEqual(found, found.subarray(1))).toBe(false);
    const rotated = await withKeys(`k2:${key(2)}`);
    expect(rotated.lookup("matter:a", "ani@example.org")).toEqual(found);
    const other = await withKeys(`k1:${key(1)}`, "m".repeat(32));
    expect(other.lookup("matter:a", "ani@example.org")).not.toEqual(found);
  });
});
