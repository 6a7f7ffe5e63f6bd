import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { parseSource, withSource } from "#app/features/campaigns/source.ts";
import { visitor } from "#app/http/by.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { postalCodeCookie } from "#app/http/postal-code-cookie.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** Longer is no postal code anywhere. */
const longest = 16;

/** Keeps the ZIP code for the next page in a sealed cookie, never in an address. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const campaign = await campaignBySlug(visitor(context), params.slug ?? "");
  if (!campaign) throw notFound();
  const { one } = await readForm(request, ["postalCode"]);
  const typed = (one.postalCode ?? "").trim();
  // An empty one is kept too: it replaces what was typed before.
  const cookie = postalCodeCookie(campaign.slug, typed.length <= longest ? typed : "");
  return seeOther(withSource(paths.sign(campaign.slug), parseSource(request.url)), { "Set-Cookie": cookie });
}

/** Somebody reloaded or shared the address: the form stands on the campaign's page. */
export async function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.campaign(params.slug ?? ""));
}
