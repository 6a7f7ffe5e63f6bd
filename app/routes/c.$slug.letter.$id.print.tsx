import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { LetterPage } from "#app/features/letters/letter-page.tsx";
import { words } from "#app/features/letters/words.ts";
import { printPageOf } from "#app/features/signatures/print-page-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { readLetterCookie } from "#app/http/letter-cookie.server.ts";
import { readPrintCookie } from "#app/http/print-cookie.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import { BarePage } from "#app/ui/bare-page.tsx";

const locale = "en";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: words(locale)("print.title", { name: shown.recipient }) }] : [];
export const headers = privateHeaders;

/** One of a writer's own letters. Its address opens nothing to anybody who does not hold the cookie. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const campaign = await campaignBySlug(by, params.slug ?? "");
  if (!campaign) throw notFound();
  const keys = { cookieToken: readLetterCookie(request), key: readPrintCookie(request, campaign.slug) };
  const page = await printPageOf(by, campaign, { ...keys, letterId: params.id ?? "", locale });
  if (!page) throw notFound();
  return data(page, { headers: privateHeaders() });
}

export default function PrintLetter() {
  const { recipient: _, ...page } = useLoaderData<typeof loader>();
  return (
    <BarePage locale={locale}>
      <LetterPage {...page} locale={locale} />
    </BarePage>
  );
}
