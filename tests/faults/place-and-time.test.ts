import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { instant, sql } from "#app/lib/db.server.ts";
import { prisma } from "#app/lib/prisma.server.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import { unreadiness } from "#server/readiness.ts";
import { freePort, prepare, run } from "../support/installation.ts";
import { startBareDatabase } from "./bare-database.ts";
import type { BareDatabase } from "./bare-database.ts";

describe("fault 48: LANG", () => {
  it.each([undefined, "xx_YY.KOI8-Z"])("%s at initdb gives a UTF-8 database in UTC", async (locale) => {
    const dataDir = mkdtempSync(join(tmpdir(), "redress-lang-"));
    for (const name of ["LANG", "LC_ALL", "LC_CTYPE"]) vi.stubEnv(name, locale);
    vi.stubEnv("TZ", "Asia/Yerevan");
    const cluster = await startPostgres(dataDir);
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone, upper('հայ') as upper`,
    );
    await client.end();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
    vi.unstubAllEnvs();
    expect(rows).toEqual([{ encoding: "UTF8", zone: "UTC", upper: "ՀԱՅ" }]);
  });
});

describe("fault 47: a database whose zone is Yerevan", () => {
  let database: BareDatabase;
  beforeAll(async () => {
    database = await startBareDatabase();
    const client = await database.connect();
    await client.query("alter database redress set timezone to 'Asia/Yerevan'");
    await client.query("alter role redress set timezone to 'Asia/Yerevan'");
    await client.end();
  });
  afterAll(() => database.stop());

  it("gives right instants by both drivers", async () => {
    const client = await database.connect();
    const { rows } = await client.query("show timezone");
    await client.end();
    expect(rows, "the zone is what a plain connection gets").toEqual([{ TimeZone: "Asia/Yerevan" }]);

    const row = z.object({ at: instant });
    const text = `select timestamptz '2026-11-24 12:00:00+00' as "at"`;
    const noon = [{ at: new Date("2026-11-24T12:00:00Z") }];
    expect(await sql("test-zone", text, [], row)).toEqual(noon);
    expect(await prisma().$queryRawUnsafe(text)).toEqual(noon);
  });

  it("is migrated, loaded and served", async () => {
    await prepare(database.env);
    const port = await freePort();
    const web = run("server/web.ts", { ...database.env, PORT: String(port) });
    await web.printed("web-ready");
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([200, "ok\n"]);
    const { rows } = await (async () => {
      const client = await database.connect();
      const found = await client.query<{ late: boolean }>(
        `select abs(extract(epoch from max(finished_at) - now())) > 600 as late from _prisma_migrations`,
      );
      await client.end();
      return found;
    })();
    expect(rows).toEqual([{ late: false }]);
    web.child.kill("SIGTERM");
    expect(await web.ended).toBe(0);
  });

  it("is not ready where even our connections are not in UTC", async () => {
    const inYerevan = (async () => [{ zone: "Asia/Yerevan", applied: [] }]) as unknown as typeof sql;
    expect(await unreadiness(inYerevan)).toBe("zone");
  });
});
