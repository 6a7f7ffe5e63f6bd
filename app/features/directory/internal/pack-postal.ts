import type { PackedPrefixes, prefixKinds } from "./packed.ts";
import type { PostalAreas } from "./postal-runs.ts";

/** Postal codes with their districts, from zcta-cd119.csv. */
export function packAreas(rows: Record<string, string>[]): PostalAreas {
  const areas: PostalAreas = new Map();
  for (const { zcta = "", state = "", district, primary } of rows) {
    if (!/^\d{5}$/.test(zcta)) throw new Error(`Not a ZIP code: "${zcta}" (a lost leading zero?)`);
    const touched = { state, district: Number(district), isPrimary: primary === "1" };
    areas.set(zcta, [...(areas.get(zcta) ?? []), touched]);
  }
  return areas;
}

const kinds: Record<string, (typeof prefixKinds)[number]> = {
  zcta: "area",
  po_box_or_unique: "point",
  zip3_exception: "point",
  military: "military",
  freely_associated: "freely-associated",
};

/** What is known of codes that are no area, from zip3-state.csv and special-zips.csv; a whole code overrides its prefix. */
export function packPrefixes(zip3: Record<string, string>[], special: Record<string, string>[]): PackedPrefixes {
  const rows = [
    ...zip3.map(({ zip3: prefix = "", state = "", kind = "" }) => ({ prefix, state, kind })),
    ...special.map(({ zip: prefix = "", area: state = "", kind = "" }) => ({ prefix, state, kind })),
  ];
  const prefixes: PackedPrefixes["prefixes"] = {};
  for (const { prefix, state, kind } of rows) {
    const known = kinds[kind];
    if (!known) throw new Error(`Postal prefix ${prefix} is of an unknown kind: ${kind}`);
    prefixes[prefix] = `${state} ${known}`;
  }
  return { prefixes };
}
