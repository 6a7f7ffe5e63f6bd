import { z } from "zod";
import { hours, later } from "#app/lib/time.ts";
import { isMeasureType, measureStages } from "./measure.ts";
import type { MeasureType } from "./measure.ts";
import { isoDay } from "./cosponsors.ts";
import type { CosponsorsFault } from "./cosponsors.ts";

export type MeasureFault =
  | CosponsorsFault
  | "congress-form"
  | "type-empty"
  | "number-form"
  | "title-empty"
  | "title-long"
  | "stage-empty"
  | "day-form"
  | "day-ahead";

const code = (message: MeasureFault) => ({ message });

/** A whole number without a sign; the Congresses that can still be met have three digits at most. */
const whole = (shape: RegExp, message: MeasureFault) => z.string().trim().regex(shape, code(message)).transform(Number);

const factFields = ["title", "stage", "asOf", "sponsor"] as const;

/** The day on which somebody read it; one that has not come anywhere on earth is none. */
const dayBy = (now: Date) =>
  isoDay("day-form" satisfies MeasureFault).refine(
    (day) => day <= later(now, aheadOfUtc).toISOString().slice(0, 10),
    code("day-ahead"),
  );
/** How far the first clocks to show a day are ahead. */
const aheadOfUtc = hours(14);

const factsBy = (now: Date) => ({
  title: z.string().trim().min(1, code("title-empty")).max(300, code("title-long")),
  stage: z.enum(measureStages, code("stage-empty")),
  asOf: dayBy(now),
  /** An official's id, or nothing; an unknown one is nobody. */
  sponsor: z
    .string()
    .max(100)
    .transform((id) => (id === "" ? null : id)),
});

export const newMeasureFields = { one: ["congress", "type", "number", ...factFields] } as const;
export const newMeasureSchema = (now: Date) =>
  z.object({
    congress: whole(/^[1-9]\d{0,2}$/, "congress-form"),
    type: z.custom<MeasureType>((value) => typeof value === "string" && isMeasureType(value), code("type-empty")),
    number: whole(/^[1-9]\d{0,4}$/, "number-form"),
    ...factsBy(now),
  });

export const measureFields = { one: factFields } as const;
export const measureSchema = (now: Date) => z.object(factsBy(now));

export const pastedFields = { one: ["asOf", "pasted"] } as const;
export const pastedSchema = (now: Date) => z.object({ asOf: dayBy(now), pasted: z.string() });

export const tickedFields = { one: ["asOf"], many: ["cosponsor"] } as const;
export const tickedSchema = (now: Date) => z.object({ asOf: dayBy(now), cosponsor: z.array(z.string()) });
