import { z } from "zod";
import { passwordSchema } from "./password.ts";

export const invitationFields = { one: ["name", "password"] } as const;

/** What accepting an invitation asks for. */
export const invitationSchema = z.object({
  name: z.string().trim().min(1, { message: "name-empty" }).max(100, { message: "name-long" }),
  password: passwordSchema,
});
export type InvitationFault = "name-empty" | "name-long" | "password-short" | "password-long" | "password-common";
