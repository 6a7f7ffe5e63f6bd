import type { LoaderFunctionArgs } from "@remix-run/node";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { countOf } from "#app/features/signatures/count-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** How many have confirmed, and when that was counted. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = await campaignBySlug(visitor(context), params.slug ?? "");
  if (!campaign) throw notFound();
  const { confirmed, asOf } = await countOf(campaign.id);
  const body = { confirmed, goal: campaign.goal, asOf: asOf.toISOString() };
  return Response.json(body, { headers: { "Cache-Control": "public, max-age=1" } });
}
