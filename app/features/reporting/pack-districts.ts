import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { z } from "zod";
import type { DistrictShapes } from "./district-map.tsx";

/*
 * The operator's tool behind `npm run districts:pack -- --from FILE`: makes the shapes of House districts from the Census
 * Bureau's cartographic boundaries (GeoJSON; public domain). It writes them whole as TopoJSON for whoever draws maps,
 * `public/districts-119.topo.json`, and as the paths that the staff's pages show, one drawing a state, so that no page
 * computes any.
 */

const written = {
  topology: fileURLToPath(new URL("../../../public/districts-119.topo.json", import.meta.url)),
  drawings: fileURLToPath(new URL("district-drawings.json", import.meta.url)),
};
/** So many places along the longer side of the whole: some four hundred metres. */
const grid = 1e5;
/** In units of the drawing; a state as high as this is narrower. */
const box = { width: 420, height: 486 };
/** At large: the state itself is the district. */
const atLarge = new Set(["00", "98"]);
const territories = new Set(["PR", "AS", "GU", "MP", "VI"]);

type Shape = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, { state: string; district: string }>;
const collection = z.object({
  features: z.array(
    z.object({
      properties: z.object({ STATE: z.string(), CD: z.string() }),
      geometry: z.custom<Shape["geometry"]>(),
    }),
  ),
});

/** The same shapes give the same bytes. */
export function packDistricts(geojson: unknown): { topology: string; drawings: string } {
  const shapes = collection.parse(geojson).features.map(({ geometry, properties: { STATE, CD } }): Shape => ({
    type: "Feature",
    id: divisionIdOf(STATE, CD),
    properties: { state: STATE, district: CD },
    geometry,
  }));
  const whole: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: shapes };
  const packed = topology({ districts: whole }, grid);
  const { districts } = packed.objects;
  if (districts?.type !== "GeometryCollection") throw new Error("a collection stays a collection");
  // As whoever reads the TopoJSON sees them.
  const seen = feature(packed, districts) as unknown as GeoJSON.FeatureCollection<
    Shape["geometry"],
    Shape["properties"]
  >;
  const states = [...new Set(shapes.map(({ properties }) => properties.state))].sort();
  const drawings = states.flatMap((state) => {
    const features = seen.features.filter(({ properties }) => properties.state === state);
    return features.length < 2 ? [] : [[state, drawingOf(features)] as const];
  });
  const lines = drawings.map(([state, drawing]) => `${JSON.stringify(state)}: ${JSON.stringify(drawing)}`);
  return { topology: `${JSON.stringify(packed)}\n`, drawings: `{\n${lines.join(",\n")}\n}\n` };
}

function divisionIdOf(state: string, district: string): string {
  const kind = state === "DC" ? "district" : territories.has(state) ? "territory" : "state";
  const place = `ocd-division/country:us/${kind}:${state.toLowerCase()}`;
  return atLarge.has(district) ? place : `${place}/cd:${Number(district)}`;
}

function drawingOf(features: GeoJSON.Feature<Shape["geometry"]>[]): DistrictShapes {
  const whole: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
  const path = geoPath(geoMercator().fitSize([box.width, box.height], whole)).digits(1);
  const [[left, top], [right, bottom]] = path.bounds(whole);
  const projection = geoMercator().fitExtent(
    [
      [0, 0],
      [right - left, bottom - top],
    ],
    whole,
  );
  const own = geoPath(projection).digits(1);
  const number = (id: string) => Number(/cd:(\d+)$/.exec(id)?.[1]);
  const paths = features
    .map((one) => [String(one.id), own(one) ?? ""] as const)
    .sort(([a], [b]) => number(a) - number(b));
  return { width: Math.ceil(right - left), height: Math.ceil(bottom - top), paths: Object.fromEntries(paths) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: "string" } } });
  if (values.from === undefined) throw new Error("Say where the boundaries are: --from FILE");
  const packed = packDistricts(JSON.parse(await readFile(resolve(values.from), "utf8")));
  await writeFile(written.topology, packed.topology);
  await writeFile(written.drawings, packed.drawings);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
