import { z } from "zod";

/** Shorter ones are refused: four words with spaces are longer. */
export const leastPassword = 15;
/** More is no safer, and hashing it costs us. */
export const mostPassword = 200;

export type PasswordFault = "password-short" | "password-long" | "password-common";
const code = (message: PasswordFault) => ({ message });

/** Not a space, a letter or a step of the keyboard over and over: length alone does not help those. */
function isVaried(password: string): boolean {
  return new Set(password.toLowerCase()).size >= 6;
}

/** A new password. Spaces count, at its ends too. */
export const passwordSchema = z
  .string()
  .min(leastPassword, code("password-short"))
  .max(mostPassword, code("password-long"))
  .refine(isVaried, code("password-common"));
