import { z } from "zod";
import { parseEmail } from "#app/lib/email-address.ts";

/** The one field of `/me`. */
export const meFields = { one: ["email"] } as const;

/** An address as the signing form takes it, with the same faults. */
export const meSchema = z.object({
  email: z.string().transform((typed, context) => {
    const parsed = parseEmail(typed);
    if (parsed.ok) return parsed.email;
    context.addIssue({ code: "custom", message: parsed.code });
    return z.NEVER;
  }),
});
