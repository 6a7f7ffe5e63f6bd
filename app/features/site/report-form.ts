import { z } from "zod";
import { parseEmail } from "#app/lib/email-address.ts";

/** What a report is about. "risk" is read before everything else. */
export const reportTopics = ["fact", "works", "name", "risk"] as const;

/** The fields of the form, in its order. `leaveEmpty` is out of sight: who fills it is no person. */
export const reportFields = { one: ["about", "page", "what", "email", "leaveEmpty"] } as const;
export type ReportField = (typeof reportFields.one)[number];

export const reportFaultCodes = [
  "about-empty",
  "page-long",
  "what-empty",
  "what-long",
  "email-form",
  "email-letters",
] as const;
export type ReportFaultCode = (typeof reportFaultCodes)[number];

const most = { page: 300, what: 5000 };

const code = (message: ReportFaultCode) => ({ message });

export const reportSchema = z.object({
  about: z.enum(reportTopics, code("about-empty")),
  page: z.string().trim().max(most.page, code("page-long")),
  what: z.string().trim().min(1, code("what-empty")).max(most.what, code("what-long")),
  email: z.string().transform((typed, context) => {
    const parsed = parseEmail(typed);
    if (parsed.ok) return parsed.email;
    if (parsed.code === "email-empty") return null;
    context.addIssue({ code: "custom", message: parsed.code });
    return z.NEVER;
  }),
  leaveEmpty: z.string(),
});

/** Only what its writer gave; the address is null where they gave none. */
export type Report = z.output<typeof reportSchema>;
