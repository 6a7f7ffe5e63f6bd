import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CopyPage } from "#app/features/campaigns/copy-page.tsx";
import { duplicateCampaign } from "#app/features/campaigns/create-campaign.server.ts";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { copyFields, copySchema } from "#app/features/campaigns/organize-forms.ts";
import type { OrganizeFaultCode } from "#app/features/campaigns/organize-forms.ts";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), "copy", shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const editor = await editorPage(by, campaignId);
  if (!editor) throw notFound();
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    frame: editor.frame,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const t = words(localeOf(args.context));
  const form = await parseForm(args.request, copyFields, copySchema);
  const refuse = (status: number, fault: { field: string; sentence: string }) => {
    args.context.refused = true;
    return data({ title: form.values.one.title, faults: [fault] }, { status, headers: signedInHeaders() });
  };
  if (!form.ok) {
    const [{ code }] = form.faults;
    return refuse(422, { field: "title", sentence: t(`organize.fault.${code as OrganizeFaultCode}`) });
  }
  const copied = await duplicateCampaign(by, campaignId, form.value.title);
  if (copied === null) return refuse(429, { field: "", sentence: t("organize.fault.too-many-campaigns") });
  return seeOther(paths.organizePart(copied, "story"));
}

export default function Copy() {
  const locale = useLocale();
  const { account, frame } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EditShell locale={locale} account={account} frame={frame} page="copy">
      <CopyPage
        locale={locale}
        slug={frame.slug}
        of={frame.title}
        title={answer?.title}
        faults={answer?.faults ?? []}
      />
    </EditShell>
  );
}
