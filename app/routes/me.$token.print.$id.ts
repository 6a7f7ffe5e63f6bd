import type { LoaderFunctionArgs } from "@remix-run/node";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { campaignIdOfLetter } from "#app/features/signatures/print-page-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { printCookie } from "#app/http/print-cookie.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** Leads to a letter's print by an address that may stand on paper; to the person's page where the link does not open it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const { token = "", id = "" } = params;
  const key = { link: "personal", token } as const;
  const campaignId = hasLeft(request) ? null : await campaignIdOfLetter(by, key, id);
  const campaign = campaignId && (await campaignById(by, campaignId));
  if (!campaign) return seeOther(paths.personal(token));
  return seeOther(paths.letterPrint(campaign.slug, id), { "Set-Cookie": printCookie(campaign.slug, key) });
}
