import { z } from "zod";
import { sql } from "#app/lib/db.server.ts";

/** Whether this process can serve: the database answers in UTC and has every migration of this version. */
export async function readiness(migrations: string[]): Promise<{ ok: boolean; database: boolean; utc: boolean; migrations: boolean }> {
  try {
    const [zone] = await sql("ready-zone", `select current_setting('TimeZone') as "zone"`, [], z.object({ zone: z.string() }));
    const applied = await sql(
      "ready-migrations",
      `select "migration_name" as "name" from "_prisma_migrations" where "finished_at" is not null and "rolled_back_at" is null`,
      [],
      z.object({ name: z.string() }),
    );
    const names = new Set(applied.map(({ name }) => name));
    const utc = zone?.zone === "UTC";
    const current = migrations.every((name) => names.has(name));
    return { ok: utc && current, database: true, utc, migrations: current };
  } catch {
    return { ok: false, database: false, utc: false, migrations: false };
  }
}
