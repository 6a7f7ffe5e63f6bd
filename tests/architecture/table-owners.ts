import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** model name → the feature whose schema file defines it. */
export function tableOwners(schemaFolder: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of readdirSync(schemaFolder)) {
    const text = readFileSync(join(schemaFolder, file), "utf8");
    for (const [, model] of text.matchAll(/^model (\w+) \{/gm)) if (model) owners.set(model, basename(file, ".prisma"));
  }
  return owners;
}

const inSql = /\b(?:from|into|update|join|table:?|truncate)\s+(?:only\s+)?"(\w+)"/gi;
const delegate =
  /(?:prisma\(\)|\bclient|\bdb)\s*\.\s*([a-z]\w*)\s*\.\s*(?:find|create|update|upsert|delete|count|aggregate|groupBy)/g;
const nested = /\b(?:include|connect|connectOrCreate)\s*:/g;

/** What `source`, a file of `feature`, touches of tables that another feature owns: table names, or "nested". */
export function foreignTables(feature: string, source: string, owners: Map<string, string>): string[] {
  const found: string[] = [];
  for (const [, table = ""] of source.matchAll(inSql)) {
    const owner = owners.get(table);
    if (owner && owner !== feature) found.push(table);
  }
  for (const [, name = ""] of source.matchAll(delegate)) {
    const model = name.charAt(0).toUpperCase() + name.slice(1);
    const owner = owners.get(model);
    if (owner && owner !== feature) found.push(model);
  }
  // Relations stand only inside one schema file, so a nested read or write stays with its owner once the delegate does.
  if (found.length > 0) for (const _ of source.matchAll(nested)) found.push("nested");
  return found;
}
