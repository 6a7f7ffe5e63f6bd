import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedFacts } from "./directory-rows.ts";
import {
  fixedOfficesSchema,
  manifestSchema,
  membersSchema,
  postalAreasSchema,
  postalPrefixesSchema,
} from "./packed.ts";
import { decodeRuns } from "./postal-runs.ts";

export const packedFiles = {
  members: "us-members.json",
  areas: "us-postal-areas.json",
  prefixes: "us-postal-prefixes.json",
} as const;
export const manifestFile = "directory.json";
export const fixedOfficesFile = "fixed-offices.json";

/** SHA-256 in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The packed facts' texts and one digest over all of them: the version of the directory. */
export async function readPackedTexts(folder: string) {
  const files = [manifestFile, fixedOfficesFile, packedFiles.members, packedFiles.areas, packedFiles.prefixes];
  const read = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const texts = new Map(files.map((file, index) => [file, read[index] ?? ""]));
  return { texts, digest: sha256(files.map((file) => `${file} ${sha256(texts.get(file) ?? "")}\n`).join("")) };
}

/** Parses the packed facts; throws where a file is not the one that the tool wrote. */
export function parsePacked(texts: Map<string, string>): PackedFacts {
  const json = (file: string): unknown => JSON.parse(texts.get(file) ?? "");
  const manifest = manifestSchema.parse(json(manifestFile));
  for (const { file, sha256: expected } of manifest.packed) {
    if (sha256(texts.get(file) ?? "") !== expected) {
      throw new Error(`prisma/data/${file} was changed by hand: run "npm run directory:pack" instead`);
    }
  }
  return {
    manifest,
    members: membersSchema.parse(json(packedFiles.members)),
    areas: decodeRuns(postalAreasSchema.parse(json(packedFiles.areas)).runs),
    prefixes: postalPrefixesSchema.parse(json(packedFiles.prefixes)).prefixes,
    fixed: fixedOfficesSchema.parse(json(fixedOfficesFile)),
  };
}
