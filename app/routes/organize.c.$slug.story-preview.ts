import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { campaignFrom } from "#app/features/campaigns/campaign-from-document.ts";
import { editedCampaign } from "#app/features/campaigns/edited-campaign-of.server.ts";
import { storyPreview } from "#app/features/campaigns/part-page-of.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** Opened by its address, it leads to where the story is written. */
export async function loader(args: LoaderFunctionArgs) {
  const { slug = "" } = args.params;
  await requireCampaign(args, slug, "organizer");
  return seeOther(paths.organizePart(slug, "story"));
}

/** A story as readers would see it, for the preview beside its form; nothing is stored. Its HTML is sanitised. */
export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const { one } = await readForm(args.request, ["story"]);
  const edited = await editedCampaign(by, campaignId);
  if (!edited) throw notFound();
  const { pictures } = campaignFrom(edited.document, edited.standing);
  const html = storyPreview(localeOf(args.context), one.story, pictures);
  return new Response(html, { headers: { ...signedInHeaders(), "Content-Type": "text/html; charset=utf-8" } });
}
