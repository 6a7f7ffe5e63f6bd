import { z } from "zod";
import { longestWhy } from "./decision.ts";

export const decisionFields = { one: ["why", "even"] } as const;

/** Why somebody decides so, and whether a mail that may have gone goes all the same. No address belongs in the audit. */
export const decisionSchema = z.object({
  why: z
    .string()
    .transform((typed) => typed.replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, "why-empty")
        .max(longestWhy, "why-long")
        .regex(/^[^@]*$/, "why-address"),
    ),
  even: z.string().transform((ticked) => ticked === "yes"),
});
