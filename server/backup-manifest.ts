import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Refused } from "./operator-command.ts";

const inside = z.string().regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\0\\]+$/);

const manifestSchema = z.object({
  /** Of this file; another number, another shape. */
  format: z.literal(1),
  /** The product's version that made it. */
  version: z.string(),
  /** When the copy ended: what happened later is not in it. */
  takenAt: z.iso.datetime().transform((text) => new Date(text)),
  /** The server's version, "18.4": its first number must be that of the server that reads it. */
  postgres: z.string(),
  migrations: z.array(z.string()),
  /** Whether the keys lie in it; else they are the operator's, who gave them by the environment. */
  hasKeys: z.boolean(),
  wal: z.object({ from: z.string(), until: z.string() }),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, size: z.number(), sha256: z.string() })),
});
export type Manifest = z.output<typeof manifestSchema>;

/** The last file that a backup writes: a folder without it is none. */
export const manifestFile = "manifest.json";
/** The folder of a backup that holds the cluster. */
export const clusterFolder = "postgres";

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** The manifest of a backup. Throws `Refused` where the folder is not a whole one. */
export function readManifest(from: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(from, manifestFile), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Refused(`${from} is no backup, or one that was not finished: it has no ${manifestFile}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = null;
  }
  const read = manifestSchema.safeParse(json);
  if (!read.success) throw new Refused(`${join(from, manifestFile)} is not what this version writes.`);
  return read.data;
}
