import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every TypeScript file below `folder` that is not a test, as a path relative to the repository. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => join(folder, name));
}
