import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { closeDatabase, instant, none, openPool, sql, transaction, violatedConstraint } from "./db.server.ts";
import { prisma } from "./prisma.server.ts";

const organization = z.object({ name: z.string() });
const add = `insert into "Organization" ("id", "name", "postalAddress", "contactEmail", "privacyEmail")
  values ('self', $1, '', '', '')`;
const names = () => sql("test-names", `select "name" from "Organization"`, [], organization);

afterAll(closeDatabase);

describe("a transaction", () => {
  it("commits, rolls back, and says which constraint it ran into", async () => {
    await expect(
      transaction(async (tx) => {
        await tx.sql("test-add", add, ["first"], none);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await names()).toEqual([]);

    await transaction((tx) => tx.sql("test-add", add, ["second"], none));
    expect(await names()).toEqual([{ name: "second" }]);

    const refusal = await sql("test-add", add, ["third"], none).catch((error: unknown) => error);
    expect(violatedConstraint(refusal)).toBe("Organization_pkey");
  });

  it("does not pass for done when a failed statement was swallowed", async () => {
    await expect(
      transaction(async (tx) => {
        await tx.sql("test-add", add, ["again"], none).catch(() => undefined);
        return "done";
      }),
    ).rejects.toThrow("rolled back");
  });

  it("does not touch the next one on its connection", async () => {
    await transaction((tx) => tx.sql("test-one", "select 1 as n", [], none)).catch(() => undefined);
    expect(await sql("test-one", "select 1 as n", [], z.object({ n: z.number() }))).toEqual([{ n: 1 }]);
  });
});

describe("a connection", () => {
  it("may break between being handed out and its first statement: that ends no process (fault 16)", async () => {
    const pool = openPool(process.env.DATABASE_URL ?? "", 1);
    try {
      const client = await pool.connect();
      try {
        // What the driver does with "terminating connection", which can come in one piece with the answer to connecting.
        expect(() => client.emit("error", new Error("terminating connection"))).not.toThrow();
      } finally {
        client.release();
      }
      expect((await pool.query("select 1 as n")).rows).toEqual([{ n: 1 }]);
    } finally {
      await pool.end();
    }
  });
});

describe("fault 47: a database in another zone", () => {
  const at = new Date("2026-11-24T12:00:00.000Z");
  const moved = `${process.env.DATABASE_URL}?options=-c%20TimeZone%3DAsia%2FYerevan`;

  it("still gives every session UTC, also where the address asks for another", async () => {
    const pool = openPool(moved, 1);
    try {
      const { rows } = await pool.query<{ zone: string }>("select current_setting('TimeZone') as zone");
      expect(rows).toEqual([{ zone: "UTC" }]);
    } finally {
      await pool.end();
    }
  });

  it("gives the same instant by pg and by Prisma", async () => {
    const row = z.object({ at: instant });
    const [byPg] = await sql("test-instant", "select $1::timestamptz as at", [at], row);
    const byPrisma = await prisma().$queryRawUnsafe<unknown[]>("select $1::timestamptz as at", at);
    expect(byPg.at).toEqual(at);
    expect(row.parse(byPrisma[0]).at).toEqual(at);
  });

  it("gives a day as its text, whatever zone the machine is in", async () => {
    const [row] = await sql("test-day", "select '2026-11-24'::date as day", [], z.object({ day: z.string() }));
    expect(row).toEqual({ day: "2026-11-24" });
  });
});
