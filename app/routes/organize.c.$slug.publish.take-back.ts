import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { takeBackPublishing } from "#app/features/campaigns/decide-publishing.server.ts";
import { requestFields, requestSchema } from "#app/features/campaigns/organize-forms.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** The address of a button: opened, it leads to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  await requireCampaign(args, slug, "organizer");
  return seeOther(paths.organizePublish(slug));
}

/** Takes back what its asker wanted to publish. */
export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { by, campaignId } = await requireCampaign(args, slug, "organizer");
  const form = await parseForm(args.request, requestFields, requestSchema);
  const isDone = await takeBackPublishing(by, { campaignId, request: form.ok ? form.value.request : "" });
  return seeOther(isDone ? paths.organizePublish(slug) : paths.organizePublishAfter(slug, "decided"));
}
