import type { LoaderFunctionArgs } from "@remix-run/node";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { drawSharingImage } from "#app/features/campaigns/draw-sharing-image.server.ts";
import { sharingImageOf } from "#app/features/campaigns/sharing-image.ts";
import { visitor } from "#app/http/by.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { hostOfSite } from "#app/lib/links.server.ts";

/** The picture beside a link to a campaign, for other sites and chats; none where our fonts cannot write its title. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(context);
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const { wordMark: brand } = await organization(by);
  const png = await drawSharingImage(sharingImageOf(campaign, { host: hostOfSite(), locale, brand }));
  if (!png) throw notFound();
  return new Response(Buffer.from(png), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=300",
      // It is made to be shown elsewhere.
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}
