import { z } from "zod";

/** What signing in asks for; `next` is the way back. */
export const signInFields = { one: ["email", "password", "next"] } as const;
export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string(),
  next: z.string(),
});

/** The second half: a code of the app, or a recovery code. */
export const secondFactorFields = { one: ["code", "kind", "next"] } as const;
export const secondFactorSchema = z.object({
  /** As it is read off: with spaces between the digits. */
  code: z
    .string()
    .max(100)
    .transform((typed) => typed.replace(/\s+/g, "")),
  kind: z.enum(["app", "recovery"]).catch("app"),
  next: z.string(),
});
