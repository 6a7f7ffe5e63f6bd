import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { sendLinkAgain } from "#app/features/signatures/mail-new-link.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** "Send it again": the same answer whether or not a mail goes. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const cookieToken = readLetterCookie(request);
  if (cookieToken) await sendLinkAgain(by, { cookieToken, campaignId: campaign.id });
  return seeOther(`${paths.thanks(campaign.slug)}?again`);
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.thanks(params.slug ?? ""));
}
