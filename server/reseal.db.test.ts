import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { localMailLabel, payloadLabel } from "#app/features/delivery/internal/labels.ts";
import { draftLabel, letterLabel } from "#app/features/letters/internal/labels.ts";
import { personLabel, personalLinkLabel } from "#app/features/signatures/internal/labels.ts";
import type { SealLabel } from "#app/lib/seal.server.ts";

/** Every sealed column: its label, the primary key, and what a row must say to be taken by its table's CHECKs. */
const sealed: Record<string, { label: SealLabel; id?: string; row?: Record<string, unknown> }> = {
  "Delivery.sealedPayload": { label: payloadLabel, row: { state: "queued" } },
  "Letter.sealedText": { label: letterLabel, row: { state: "approved", channel: "email" } },
  "LetterDraft.sealedBody": { label: draftLabel, id: "signatureId" },
  "LocalMail.sealedMail": { label: localMailLabel },
  "PersonalLink.sealedEmail": { label: personalLinkLabel },
  "Signature.sealedPerson": {
    label: personLabel,
    row: { state: "pending", holdsPlace: false, slot: 0, divisionMethod: "zip", display: "none" },
  },
};
const value = { name: "Sentinella O’Brien", 2: "keys keep their order", 1: "" };

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(async () => {
  await client.connect();
  // A row's neighbours do not matter here.
  await client.query("set session_replication_role = replica");
});
afterAll(() => client.end());
afterEach(() => vi.unstubAllEnvs());

const key = (id: string) => `${id}:${randomBytes(32).toString("base64url")}`;

/** The house as a process with this ring knows it. */
async function under<T>(ring: string, work: (house: Awaited<ReturnType<typeof load>>) => Promise<T>): Promise<T> {
  vi.stubEnv("PII_KEYS", ring);
  vi.resetModules();
  const house = await load();
  return await work(house).finally(house.closeDatabase);
}

async function load() {
  const { reseal: _, ...seal } = await import("#app/lib/seal.server.ts");
  const { closeDatabase } = await import("#app/lib/db.server.ts");
  const { resealSignatures } = await import("#app/features/signatures/reseal-signatures.server.ts");
  const { resealLetters } = await import("#app/features/letters/reseal-letters.server.ts");
  const { resealDeliveries } = await import("#app/features/delivery/reseal-deliveries.server.ts");
  const owners = [resealSignatures, resealLetters, resealDeliveries];
  return { ...seal, closeDatabase, resealSignatures, owners };
}

const valueOf: Record<string, unknown> = {
  ARRAY: [],
  boolean: false,
  bytea: Buffer.from([0]),
  "double precision": 0,
  integer: 0,
  jsonb: "{}",
  "timestamp with time zone": "2026-11-24T12:00:00Z",
};

async function insert(table: string, said: Record<string, unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as "name", data_type as "type" from information_schema.columns where table_schema = 'public'
       and table_name = $1 and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    [table],
  );
  const required = rows.map(({ name, type }): [string, unknown] => [
    name,
    type === "uuid" || type === "text" ? randomUUID() : type === "bytea" ? randomBytes(8) : valueOf[type],
  ]);
  const row = { ...Object.fromEntries(required), ...said };
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map((_, i) => `$${i + 1}`);
  await client.query(`insert into "${table}" (${names.join(", ")}) values (${places.join(", ")})`, Object.values(row));
}

async function bytesOf(of: string, rowId: string): Promise<Buffer> {
  const [table, column] = of.split(".");
  const { rows } = await client.query(
    `select "${column}" as "bytes" from "${table}" where "${sealed[of]?.id ?? "id"}" = $1`,
    [rowId],
  );
  return rows[0].bytes;
}

describe("fault 52: rotation", () => {
  it("names every sealed column of the schema", async () => {
    const { rows } = await client.query<{ of: string }>(
      `select table_name || '.' || column_name as "of" from information_schema.columns
       where table_schema = 'public' and column_name like 'sealed%'`,
    );
    expect(rows.map(({ of }) => of).sort()).toEqual(Object.keys(sealed));
  });

  it("reads old rows under the new ring, then seals each anew, to the byte, so that the old key is needed no more", async () => {
    const [old, fresh] = [key("old"), key("fresh")];
    const ids = Object.fromEntries(Object.keys(sealed).map((of) => [of, randomUUID()]));
    await under(old, async ({ seal }) => {
      for (const [of, { label, id = "id", row }] of Object.entries(sealed)) {
        const [table = "", column = ""] = of.split(".");
        await insert(table, { ...row, [id]: ids[of], [column]: seal(label, ids[of] ?? "", value) });
      }
    });
    const opens = async (house: Awaited<ReturnType<typeof load>>, of: string) =>
      house.unseal(sealed[of]?.label ?? "/", ids[of] ?? "", await bytesOf(of, ids[of] ?? ""), z.unknown());

    await under(`${fresh},${old}`, async (house) => {
      for (const of of Object.keys(sealed)) expect(await opens(house, of)).toEqual(value);
      const done = await Promise.all(house.owners.map((reseal) => reseal()));
      expect(done.reduce((sum, { done }) => sum + done, 0)).toBe(Object.keys(sealed).length);
      const again = await Promise.all(house.owners.map((reseal) => reseal()));
      expect(again.every(({ done, unreadable }) => done === 0 && unreadable === 0)).toBe(true);
    });
    await under(fresh, async (house) => {
      for (const of of Object.keys(sealed)) {
        expect(house.keyIdOf(await bytesOf(of, ids[of] ?? "")), of).toBe("fresh");
        expect(JSON.stringify(await opens(house, of)), of).toBe(JSON.stringify(value));
      }
    });
  });

  const person = "Signature.sealedPerson";
  async function signatures(n: number, ring: string): Promise<string[]> {
    await client.query(`truncate "Signature" cascade`);
    const ids = Array.from({ length: n }, () => randomUUID()).sort();
    await under(ring, async ({ seal }) => {
      for (const id of ids)
        await insert("Signature", { ...sealed[person]?.row, id, sealedPerson: seal(personLabel, id, value) });
    });
    return ids;
  }

  it("goes in batches, leaves out what is erased, and goes on where it was stopped", async () => {
    const [old, fresh] = [key("old"), key("fresh")];
    const ids = await signatures(5, old);
    await client.query(`update "Signature" set "sealedPerson" = null where "id" = $1`, [ids[1]]);
    await under(`${fresh},${old}`, async ({ resealSignatures }) => {
      let looks = 0;
      const signal = {
        get aborted() {
          looks += 1;
          return looks > 1;
        },
      } as AbortSignal;
      expect(await resealSignatures({ batch: 2, signal })).toMatchObject({ done: 1 });
      expect(await resealSignatures({ batch: 2 })).toMatchObject({ done: 3 });
    });
    expect(await bytesOf(person, ids[1] ?? "")).toBeNull();
  });

  it("does not overwrite what somebody changed in between", async () => {
    const [old, fresh] = [key("old"), key("fresh")];
    const [id = ""] = await signatures(1, old);
    await under(`${fresh},${old}`, async ({ seal, unseal, resealSignatures }) => {
      await client.query("begin");
      const changed = { name: "corrected" };
      await client.query(`update "Signature" set "sealedPerson" = $2 where "id" = $1`, [
        id,
        seal(personLabel, id, changed),
      ]);
      const resealing = resealSignatures();
      await vi.waitFor(
        async () => {
          const { rows } = await client.query("select 1 from pg_locks where not granted");
          expect(rows.length).toBeGreaterThan(0);
        },
        { timeout: 20_000 },
      );
      await client.query("commit");
      expect(await resealing).toEqual({ done: 0, unreadable: 0 });
      expect(unseal(personLabel, id, await bytesOf(person, id), z.unknown())).toEqual(changed);
    });
  });

  it("counts what no key opens and goes on", async () => {
    const [old, fresh] = [key("old"), key("fresh")];
    const ids = await signatures(3, old);
    await client.query(`update "Signature" set "sealedPerson" = "sealedPerson" || '\\x00' where "id" = $1`, [ids[0]]);
    await under(`${fresh},${old}`, async ({ resealSignatures }) => {
      expect(await resealSignatures()).toEqual({ done: 2, unreadable: 1 });
    });
  });
});
