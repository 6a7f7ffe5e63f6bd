import { z } from "zod";
import { parseEmail } from "#app/lib/email-address.ts";
import type { EmailFault } from "#app/lib/email-address.ts";
import { roles } from "./account.ts";

export const inviteFields = { one: ["email", "role"] } as const;

/** Whom to invite, and as what. */
export const inviteSchema = z.object({
  email: z.string().transform((typed, context) => {
    const parsed = parseEmail(typed);
    if (parsed.ok) return parsed.email;
    context.addIssue({ code: "custom", message: parsed.code });
    return z.NEVER;
  }),
  role: z.enum(roles, { message: "role-empty" }),
});
export type InviteFault = EmailFault | "role-empty" | "email-known";
