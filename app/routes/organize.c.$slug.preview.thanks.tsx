import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PreviewEnd } from "#app/features/campaigns/preview-letters.tsx";
import { previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { PreviewStep } from "#app/features/campaigns/preview-step.tsx";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: words(localeIn(matches))("preview.document", { title: data.title }) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const preview = await previewOf(by, campaignId, new URL(args.request.url).searchParams.get("as"));
  if (!preview) throw notFound();
  const { standing, document, organization, persona } = preview;
  return {
    slug: standing.slug,
    title: document.story.title,
    organization: organization.name,
    persona,
  };
}

export default function PreviewThanks() {
  const locale = useLocale();
  const { slug, organization: name, persona } = useLoaderData<typeof loader>();
  return (
    <PreviewStep locale={locale} organization={name} slug={slug} persona={persona}>
      <PreviewEnd locale={locale} slug={slug} />
    </PreviewStep>
  );
}
