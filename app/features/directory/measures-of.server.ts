import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { sql } from "#app/lib/db.server.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { unmatched } from "./cosponsors.ts";
import type { Cosponsor, Unmatched } from "./cosponsors.ts";
import { isMeasureType, measureStages } from "./measure.ts";
import type { ListedMeasure, Measure, MeasureType } from "./measure.ts";
import { supportFrom } from "./support.ts";
import type { MeasureSupport } from "./support.ts";

const columns = `"id", "congress", "type", "number", "title", "originChamber" as "chamber", "stage", "asOf"::text, "sponsorId"`;
const row = z.object({
  id: z.string(),
  congress: z.number(),
  type: z.custom<MeasureType>((value) => typeof value === "string" && isMeasureType(value)),
  number: z.number(),
  title: z.string(),
  chamber: z.enum(["house", "senate"]),
  stage: z.enum(measureStages),
  asOf: z.string(),
  sponsorId: z.string().nullable(),
});

/** The measure of an id; null where nobody has given it, or where none is asked for. */
export async function measureById(_by: By, id: string | null, tx: Tx = { sql }): Promise<Measure | null> {
  if (id === null) return null;
  const [found] = await tx.sql("measure-by-id", `select ${columns} from "Measure" where "id" = $1`, [id], row);
  return found ?? null;
}

/** Every measure that anybody has given, those of the latest Congress first. */
export async function allMeasures(_by: By): Promise<ListedMeasure[]> {
  return sql(
    "measures-all",
    `select ${columns}, (select max(s."asOf")::text from "MeasureSnapshot" s where s."measureId" = m."id") as "listAsOf"
     from "Measure" m order by "congress" desc, "type", "number"`,
    [],
    row.extend({ listAsOf: z.string().nullable() }),
  );
}

export type CosponsorList = { asOf: string; cosponsors: Cosponsor[]; unmatched: Unmatched[] };

const line = z.object({
  officialId: z.string(),
  sponsoredOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
});
const list = z.object({ asOf: z.string(), unmatched: z.array(unmatched), cosponsors: z.array(line) });

/** A measure's cosponsors as they were last given: the list of the latest day, of two of one day the later one. */
export async function cosponsorsOf(_by: By, measureId: string, tx: Tx = { sql }): Promise<CosponsorList | null> {
  const [found] = await tx.sql(
    "measure-cosponsors",
    `select s."asOf"::text, s."unmatched", coalesce((
         select json_agg(json_build_object('officialId', c."officialId", 'sponsoredOn', c."sponsoredOn"::text,
           'withdrawnOn', c."withdrawnOn"::text) order by c."position")
         from "Cosponsorship" c where c."snapshotId" = s."id"), '[]') as "cosponsors"
     from "MeasureSnapshot" s where s."measureId" = $1 order by s."asOf" desc, s."takenAt" desc limit 1`,
    [measureId],
    list,
  );
  return found ?? null;
}

/** A measure and who stands behind it by the latest list; null as `measureById`. */
export async function supportOf(by: By, measureId: string | null): Promise<MeasureSupport | null> {
  const measure = await measureById(by, measureId);
  return measure && supportFrom(measure, await cosponsorsOf(by, measure.id));
}
