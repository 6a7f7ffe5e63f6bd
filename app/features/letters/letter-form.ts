import { z } from "zod";

/** UTF-16 units, as a textarea counts them. */
export const bodyLimit = 20_000;
/** In place of a recipient's key: the representative of the district that is chosen on the same page. */
export const unchosenHouse = "house";
/** More than any campaign addresses; a form with more is none of ours. */
const recipientsLimit = 50;

/** The fields of `/letter`. */
export const letterFields = { one: ["body", "division"], many: ["recipient"] } as const;

export const letterFaultCodes = ["closed", "body-empty", "body-too-long", "no-recipient"] as const;
export type LetterFaultCode = (typeof letterFaultCodes)[number];

/** What `/letter` posts. `division` is empty where nothing had to be chosen or the writer does not know. */
export const letterSchema = z.object({
  body: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1, "body-empty").max(bodyLimit, "body-too-long")),
  division: z.string().max(200).default(""),
  recipient: z.array(z.string().max(200)).min(1, "no-recipient").max(recipientsLimit),
});
