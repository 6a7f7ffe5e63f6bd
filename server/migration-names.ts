import { readdirSync } from "node:fs";
import { fromRoot } from "./root.ts";

export const migrationsFolder = (): string => fromRoot("prisma/migrations");

/** The names of the migrations that this version brings, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
