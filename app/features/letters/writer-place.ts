import type { Recipient } from "#app/features/directory/official.ts";
import type { Writer } from "./compose-letter.ts";

/** The code of a writer's state in the United States: as typed, else that of the postal code; empty when unknown. */
export function stateCodeOf(writer: Pick<Writer, "region" | "stateDivisionId">): string {
  const [, fromPostalCode = ""] = /\/(?:state|district|territory):([a-z]{2})/.exec(writer.stateDivisionId ?? "") ?? [];
  return writer.region || fromPostalCode.toUpperCase();
}

/** Whether somebody who reads for this office is in the United States; an office's id begins with where it is. */
export function readsInTheUs({ officeId }: Pick<Recipient, "officeId">): boolean {
  return officeId.startsWith("us/");
}
