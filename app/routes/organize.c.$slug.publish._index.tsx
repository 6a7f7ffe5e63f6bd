import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { campaignFrom } from "#app/features/campaigns/campaign-from-document.ts";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { publishFields, publishSchema } from "#app/features/campaigns/organize-forms.ts";
import { publishCampaign } from "#app/features/campaigns/publish-campaign.server.ts";
import { publishingOf } from "#app/features/campaigns/publish-request-of.server.ts";
import { notPublishedCodes, PublishPage } from "#app/features/campaigns/publish-page.tsx";
import { requireCampaign } from "#app/http/guards.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), "publish", shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const editor = await editorPage(by, campaignId);
  if (!editor) throw notFound();
  const { standing, document, revision } = editor.edited;
  const { opensAt } = campaignFrom(document, standing);
  const after = new URL(args.request.url).searchParams.get("after");
  return {
    after: notPublishedCodes.find((code) => code === after) ?? null,
    ...(await publishingOf(by, editor.edited)),
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    frame: editor.frame,
    items: editor.items,
    version: standing.version,
    revision: revision?.number ?? null,
    opensAt: opensAt && opensAt.getTime() > by.now.getTime() ? opensAt : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const form = await parseForm(args.request, publishFields, publishSchema);
  const read = form.ok ? form.value : { revision: 0, version: 0 };
  const done = await publishCampaign(by, { campaignId, ...read });
  if (done.outcome === "asked") return seeOther(paths.organizePublish(args.params.slug ?? ""));
  if (done.outcome === "published") return seeOther(paths.organizePublish(done.slug));
  args.context.refused = true;
  const names = await namesOf(by, done.outcome === "overtaken" && done.by !== null ? [done.by] : []);
  const [name = ""] = names.values();
  const status = done.outcome === "not-ready" ? 422 : 409;
  return data({ notice: { code: done.outcome, by: name } }, { status, headers: signedInHeaders() });
}

export default function Publish() {
  const locale = useLocale();
  const { account, after, ...page } = useLoaderData<typeof loader>();
  const notice = useActionData<typeof action>()?.notice ?? (after ? { code: after, by: "" } : null);
  return (
    <EditShell locale={locale} account={account} frame={page.frame} page="publish">
      <PublishPage locale={locale} {...page} notice={notice} />
    </EditShell>
  );
}
