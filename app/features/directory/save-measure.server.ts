import { z } from "zod";
import { recordAudit } from "#app/features/audit/record-audit.server.ts";
import type { By } from "#app/lib/by.ts";
import { none, transaction } from "#app/lib/db.server.ts";
import { measureById } from "./measures-of.server.ts";
import { chamberOf, measureIdOf } from "./measure.ts";
import type { Measure } from "./measure.ts";

/** Which measure it is, and what is said of it. */
export type MeasureIdentity = Pick<Measure, "congress" | "type" | "number">;
export type MeasureFacts = Pick<Measure, "title" | "stage" | "asOf" | "sponsorId">;

/** Notes a measure down. One that is known already stays as it is; its id is answered. */
export async function addMeasure(by: By, which: MeasureIdentity, facts: MeasureFacts): Promise<string> {
  const id = measureIdOf(which);
  const { title, stage, asOf, sponsorId } = facts;
  await transaction(async (tx) => {
    const added = await tx.sql(
      "measure-add",
      `insert into "Measure" ("id", "congress", "type", "number", "originChamber", "title", "stage", "asOf", "sponsorId")
       values ($1, $2, $3, $4, $5, $6, $7, $8, (select "id" from "Official" where "id" = $9))
       on conflict ("id") do nothing returning "id"`,
      [id, which.congress, which.type, which.number, chamberOf(which.type), title, stage, asOf, sponsorId],
      z.object({ id: z.string() }),
    );
    if (added.length === 0) return;
    await recordAudit(tx, by, { action: "measure-added", subjectKind: "measure", subjectId: id, change: { ...facts } });
  });
  return id;
}

/** Writes what is said of a measure as of a day; what was said before stands in the audit. */
export async function changeMeasure(by: By, id: string, facts: MeasureFacts): Promise<void> {
  const { title, stage, asOf, sponsorId } = facts;
  await transaction(async (tx) => {
    const before = await measureById(by, id, tx);
    await tx.sql(
      "measure-change",
      `update "Measure" set "title" = $2, "stage" = $3, "asOf" = $4,
         "sponsorId" = (select "id" from "Official" where "id" = $5) where "id" = $1`,
      [id, title, stage, asOf, sponsorId],
      none,
    );
    const from = before && { title: before.title, stage: before.stage, asOf: before.asOf, sponsorId: before.sponsorId };
    await recordAudit(tx, by, {
      action: "measure-changed",
      subjectKind: "measure",
      subjectId: id,
      change: { from, to: facts },
    });
  });
}
