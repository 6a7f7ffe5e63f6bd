import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { approvePublishing } from "#app/features/campaigns/decide-publishing.server.ts";
import { requestFields, requestSchema } from "#app/features/campaigns/organize-forms.ts";
import type { notPublishedCodes } from "#app/features/campaigns/publish-page.tsx";
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

/** Approves what somebody else asked to publish. */
export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { by, campaignId } = await requireCampaign(args, slug, "organizer");
  const form = await parseForm(args.request, requestFields, requestSchema);
  const done = await approvePublishing(by, { campaignId, request: form.ok ? form.value.request : "" });
  if (done.outcome === "published") return seeOther(paths.organizePublish(done.slug));
  return seeOther(paths.organizePublishAfter(slug, why[done.outcome]));
}

const why = {
  "not-ready": "not-ready",
  overtaken: "decided",
  rewritten: "request-rewritten",
  closed: "closed",
  own: "own",
  "asker-gone": "asker-gone",
} satisfies Record<string, (typeof notPublishedCodes)[number]>;
