import { z } from "zod";

export const passkeyFields = { one: ["name", "password", "credential"] } as const;

/** What adding a passkey asks for, in two steps: with a password it begins, with a credential it ends. */
export const passkeySchema = z.object({
  name: z.string().trim().max(60, { message: "passkey-name-long" }),
  password: z.string(),
  credential: z.string(),
});
export type PasskeyFault = "passkey-name-long" | "passkey-refused" | "password-wrong";
