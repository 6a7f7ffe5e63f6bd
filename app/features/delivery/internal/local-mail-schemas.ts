import { z } from "zod";

const oneAddress = z.union([z.string(), z.tuple([z.string()]).transform(([address]) => address)]);

/** A request to send, as Resend's SDK posts it: the fields that this product uses. */
export const resendRequest = z.object({
  from: z.string().min(1),
  to: oneAddress.pipe(z.string().min(1)),
  subject: z.string(),
  text: z.string().default(""),
  html: z.string().default(""),
  reply_to: oneAddress.optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** What is sealed of it. */
export const storedMail = z.object({
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
});
