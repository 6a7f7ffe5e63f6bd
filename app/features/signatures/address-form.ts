import { z } from "zod";
import { parseEmail } from "#app/lib/email-address.ts";
import type { EmailFault } from "#app/lib/email-address.ts";

/** The form that corrects the address of a signature nobody has confirmed. */
export const addressFields = { one: ["email"] } as const;
export type AddressFaultCode = EmailFault;

/** An address, judged as the signing form judges it. */
export const addressSchema = z.object({ email: z.string().default("") }).transform(({ email }, context) => {
  const parsed = parseEmail(email);
  if (parsed.ok) return { email: parsed.email };
  context.addIssue({ code: "custom", path: ["email"], message: parsed.code });
  return z.NEVER;
});
