import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { previewLetters } from "#app/features/campaigns/preview-letters-of.server.ts";
import { PreviewLettersPage } from "#app/features/campaigns/preview-letters.tsx";
import { previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { PreviewStep } from "#app/features/campaigns/preview-step.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: words(localeIn(matches))("preview.document", { title: data.title }) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  const { standing, document, organization, persona, as } = preview;
  return {
    slug: standing.slug,
    title: document.story.title,
    organization: organization.name,
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
    <PreviewStep locale={locale} organization={name} slug={slug} persona={persona}>
      <PreviewLettersPage locale={locale} slug={slug} as={as} lang={lang} found={found} />
    </PreviewStep>
  );
}
