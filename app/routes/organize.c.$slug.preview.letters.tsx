import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { personaFrom } from "#app/features/campaigns/persona.ts";
import { PreviewNotice } from "#app/features/campaigns/preview-notice.tsx";
import { previewLetters } from "#app/features/campaigns/preview-letters-of.server.ts";
import { PreviewLettersPage } from "#app/features/campaigns/preview-letters.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
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
  const { as, persona } = personaFrom(new URL(args.request.url).searchParams.get("as"));
  return {
    slug: standing.slug,
    title: document.story.title,
    organization: runBy.name,
    persona,
    as,
    lang: document.locale,
    found: await previewLetters(by, localeOf(args.context), document, persona),
  };
}

export default function PreviewLetters() {
  const locale = useLocale();
  const { slug, organization: name, persona, as, lang, found } = useLoaderData<typeof loader>();
  return (
    <Page
      locale={locale}
      variant="form"
      organization={name}
      notice={<PreviewNotice locale={locale} slug={slug} persona={persona} />}
    >
      <main id="main" className="wrap page">
        <PreviewLettersPage locale={locale} slug={slug} as={as} lang={lang} found={found} />
      </main>
    </Page>
  );
}
