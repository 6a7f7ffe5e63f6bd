import { z } from "zod";
import { campaignKinds, outcomes } from "#app/features/campaigns/campaign.ts";
import { documentLimits } from "#app/features/campaigns/campaign-document.ts";
import { mostReason } from "#app/features/campaigns/publish-request.ts";

const title = z.string().trim().min(1, "title-empty").max(documentLimits.title, "title-long");

export const newCampaignFields = { one: ["kind", "title", "template"] } as const;
/** `template` is "none" where somebody begins with an empty page. */
export const newCampaignSchema = z.object({
  kind: z.enum(campaignKinds, { message: "kind-empty" }),
  title,
  template: z.string(),
});

export const copyFields = { one: ["title"] } as const;
export const copySchema = z.object({ title });

/** A number that a page of ours wrote into its form; whatever else stands there is none of ours, and overtaken. */
const ours = z.string().transform((text) => (/^\d{1,7}$/.test(text) ? Number(text) : 0));

export const closeFields = { one: ["outcome", "note", "version"] } as const;
export const closeSchema = z.object({
  outcome: z.enum(outcomes, { message: "outcome-empty" }),
  note: z.string().trim().max(300, "note-long"),
  version: ours,
});

export const publishFields = { one: ["revision", "version"] } as const;
export const publishSchema = z.object({ revision: ours, version: ours });

export const requestFields = { one: ["request"] } as const;
export const requestSchema = z.object({ request: z.string() });

export const declineFields = { one: ["request", "reason"] } as const;
export const declineSchema = requestSchema.extend({
  reason: z.string().trim().min(1, "reason-empty").max(mostReason, "reason-long"),
});

export type OrganizeFaultCode =
  "kind-empty" | "title-empty" | "title-long" | "outcome-empty" | "note-long" | "reason-empty" | "reason-long";
