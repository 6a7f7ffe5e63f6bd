import { z } from "zod";
import type { sql as Sql } from "#app/lib/db.server.ts";
import { migrationNames } from "./migration-names.ts";

const state = z.object({ zone: z.string(), applied: z.array(z.string()).nullable() });

/**
 * Why this process cannot serve, or null when it can: the database answers in UTC and has every migration that this
 * version brings. A newer version's migrations do not matter, so that two versions run during a deploy.
 */
export async function unreadiness(sql: typeof Sql): Promise<"database" | "zone" | "migrations" | null> {
  try {
    const [found] = await sql(
      "readiness",
      `select current_setting('TimeZone') as "zone", array(select migration_name::text from _prisma_migrations
         where finished_at is not null and rolled_back_at is null) as "applied"`,
      [],
      state,
    );
    if (!found) return "database";
    if (!/^(Etc\/)?UTC$/.test(found.zone)) return "zone";
    return migrationNames().every((name) => found.applied?.includes(name)) ? null : "migrations";
  } catch (error) {
    return (error as { code?: string }).code === "42P01" ? "migrations" : "database";
  }
}
