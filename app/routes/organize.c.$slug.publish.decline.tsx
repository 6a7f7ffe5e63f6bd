import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declinePublishing } from "#app/features/campaigns/decide-publishing.server.ts";
import { DeclinePage } from "#app/features/campaigns/decline-page.tsx";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { declineFields, declineSchema } from "#app/features/campaigns/organize-forms.ts";
import type { OrganizeFaultCode } from "#app/features/campaigns/organize-forms.ts";
import { publishingOf } from "#app/features/campaigns/publish-request-of.server.ts";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), "decline", shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { by, account, campaignId } = await requireCampaign(args, slug, "organizer");
  const editor = await editorPage(by, campaignId);
  if (!editor) throw notFound();
  const { request } = await publishingOf(by, editor.edited);
  // Decided by now, or taken back.
  if (request?.state !== "open" || request.isMine) throw seeOther(paths.organizePublish(slug));
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    frame: editor.frame,
    request,
  };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { by, campaignId } = await requireCampaign(args, slug, "organizer");
  const form = await parseForm(args.request, declineFields, declineSchema);
  if (form.ok) {
    const { request, reason } = form.value;
    const isDone = await declinePublishing(by, { campaignId, request }, reason);
    return seeOther(isDone ? paths.organizePublish(slug) : paths.organizePublishAfter(slug, "decided"));
  }
  args.context.refused = true;
  const t = words(localeOf(args.context));
  const faults = form.faults.map(({ field, code }) => ({
    field,
    sentence: t(`organize.fault.${code as OrganizeFaultCode}`),
  }));
  const reason = form.values.one.reason ?? "";
  return data({ reason, faults }, { status: 422, headers: signedInHeaders() });
}

export default function Decline() {
  const locale = useLocale();
  const { account, frame, request } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? { reason: "", faults: [] };
  return (
    <EditShell locale={locale} account={account} frame={frame} page="decline">
      <DeclinePage locale={locale} frame={frame} request={request} {...answer} />
    </EditShell>
  );
}
