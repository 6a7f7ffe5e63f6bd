import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { previewOf } from "#app/features/campaigns/preview-of.server.ts";
import { mailTrial } from "#app/features/signatures/mail-trial.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the preview. */
export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  await requireCampaign(args, slug, "organizer");
  return seeOther(paths.organizePreview(slug));
}

/** Sends the mail of this campaign to whoever is signed in. */
export async function action(args: ActionFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const form = await readForm(args.request, { one: ["as"] });
  const preview = await previewOf(by, campaignId, form.one.as ?? null);
  if (!preview) throw notFound();
  const told = await mailTrial(by, account, preview, localeOf(args.context));
  return seeOther(paths.organizePreviewMailed(preview.standing.slug, preview.as, told));
}
