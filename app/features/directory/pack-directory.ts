import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseCsv } from "./internal/csv.ts";
import { packMembers } from "./internal/pack-members.ts";
import { packAreas, packPrefixes } from "./internal/pack-postal.ts";
import { manifestSchema, membersSchema, postalPrefixesSchema } from "./internal/packed.ts";
import type { Manifest } from "./internal/packed.ts";
import { encodeRuns } from "./internal/postal-runs.ts";
import { manifestFile, packedFiles, sha256 } from "./internal/read-packed.server.ts";

/*
 * The operator's tool behind `npm run directory:pack -- --from DIR [--as-of DAY] [--to DIR]`: makes the compact facts
 * under prisma/data from the upstream files. A new congress means a new `map` here and a new file of districts.
 */

const upstream = {
  legislators: "legislators-current.json",
  forms: "contact-forms.csv",
  districts: "zcta-cd119.csv",
  zip3: "zip3-state.csv",
  special: "special-zips.csv",
} as const;

const map: Manifest["map"] = {
  id: "us-cd-119",
  congress: 119,
  validFrom: "2025-01-03",
  validUntil: "2027-01-03",
  source: "US Census Bureau, relationship file of the 119th Congress's districts and 2020 ZCTAs",
};
const source = "unitedstates/congress-legislators, unitedstates/contact-congress";

/** Packs the upstream files in `from` into `to`; the same input gives the same bytes. */
export async function packDirectory({ from, to, asOf }: { from: string; to: string; asOf: string }): Promise<Manifest> {
  const read = async (file: string) => {
    const content = await readFile(join(from, file));
    digests.push({ file, sha256: sha256(content) });
    return content.toString("utf8");
  };
  const digests: Manifest["upstream"] = [];
  const legislators: unknown = JSON.parse(await read(upstream.legislators));
  const members = packMembers(legislators, parseCsv(await read(upstream.forms)), asOf);
  const areas = packAreas(parseCsv(await read(upstream.districts)));
  const prefixes = packPrefixes(parseCsv(await read(upstream.zip3)), parseCsv(await read(upstream.special)));

  const { needs } = membersSchema.parse(members);
  const texts: [string, string][] = [
    [packedFiles.members, `{"needs":${lines("[", needs, "]")},"members":${lines("[", members.members, "]")}}\n`],
    [packedFiles.areas, `{"runs":${entries(encodeRuns(areas))}}\n`],
    [packedFiles.prefixes, `{"prefixes":${entries(postalPrefixesSchema.parse(prefixes).prefixes)}}\n`],
  ];
  const packed = texts.map(([file, text]) => ({ file, sha256: sha256(text) }));
  const manifest = manifestSchema.parse({ source, asOf, map, upstream: digests, packed });
  for (const [file, text] of texts) await writeFile(join(to, file), text);
  await writeFile(join(to, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** One line a record: compact, and a change of one member is a change of one line. */
function lines(open: string, records: unknown[], close: string): string {
  return `${open}\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n${close}`;
}

function entries(record: Record<string, string>): string {
  const sorted = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{\n${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",\n")}\n}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, "as-of": { type: "string" }, to: { type: "string" } },
  });
  const to = resolve(values.to ?? fileURLToPath(new URL("../../../prisma/data", import.meta.url)));
  if (!values.from) throw new Error("Say where the upstream files are: --from DIR");
  const asOf = values["as-of"] ?? (await asOfBefore(to));
  if (!asOf) throw new Error("Say of which day the facts are: --as-of YYYY-MM-DD");
  const manifest = await packDirectory({ from: resolve(values.from), to, asOf });
  process.stdout.write(`Packed ${manifest.packed.map(({ file }) => file).join(", ")} as of ${manifest.asOf}\n`);
}

/** Packing the same files again needs no date: it is the one they were packed with. */
async function asOfBefore(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, manifestFile), "utf8").catch(() => undefined);
  return text === undefined ? undefined : manifestSchema.parse(JSON.parse(text)).asOf;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
