import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { personaFrom } from "#app/features/campaigns/persona.ts";
import { PreviewNotice } from "#app/features/campaigns/preview-notice.tsx";
import { PreviewEnd } from "#app/features/campaigns/preview-letters.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: words(localeIn(matches))("preview.document", { title: data.title }) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const [edited, runBy] = await Promise.all([editedCampaign(by, campaignId), organization(by)]);
  if (!edited) throw notFound();
  const { standing, document } = edited;
  const { persona } = personaFrom(new URL(args.request.url).searchParams.get("as"));
  return {
    slug: standing.slug,
    title: document.story.title,
    organization: runBy.name,
    persona,
  };
}

export default function PreviewThanks() {
  const locale = useLocale();
  const { slug, organization: name, persona } = useLoaderData<typeof loader>();
  return (
    <Page
      locale={locale}
      variant="form"
      organization={name}
      notice={<PreviewNotice locale={locale} slug={slug} persona={persona} />}
    >
      <main id="main" className="wrap page">
        <PreviewEnd locale={locale} slug={slug} />
      </main>
    </Page>
  );
}
