import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { campaignById } from "#app/features/campaigns/campaign-of.server.ts";
import { openWriter } from "#app/features/signatures/open-writer.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { letterCookie } from "#app/http/letter-cookie.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

export { NoPage as default } from "#app/ui/no-page.tsx";

/** Opens the letters in this browser for whoever holds the mailed link. */
export async function action({ params, context }: ActionFunctionArgs) {
  const by = visitor(context);
  const opened = await openWriter(by, { token: params.token ?? "" });
  const campaign = opened.outcome === "opened" ? await campaignById(by, opened.campaignId) : null;
  if (opened.outcome !== "opened" || !campaign) return seeOther(paths.confirm(params.token ?? ""));
  return seeOther(paths.letter(campaign.slug), { "Set-Cookie": letterCookie(campaign.slug, opened.cookieToken) });
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(paths.confirm(params.token ?? ""));
}
