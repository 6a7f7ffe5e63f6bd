import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeCampaign } from "#app/features/campaigns/close-campaign.server.ts";
import { ClosePage } from "#app/features/campaigns/close-page.tsx";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { closeFields, closeSchema } from "#app/features/campaigns/organize-forms.ts";
import type { OrganizeFaultCode } from "#app/features/campaigns/organize-forms.ts";
import { words } from "#app/features/campaigns/words.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), "close", shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const editor = await editorPage(by, campaignId);
  // What readers never saw has no end, and what has ended does not end again.
  const { publishedAt, closedAt, version } = editor?.edited.standing ?? {
    publishedAt: null,
    closedAt: null,
    version: 0,
  };
  if (!editor || publishedAt === null || closedAt !== null) throw notFound();
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    frame: editor.frame,
    version,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const t = words(localeOf(args.context));
  const form = await parseForm(args.request, closeFields, closeSchema);
  // Undone only by leaving for the next page.
  args.context.refused = true;
  const refuse = (status: number, faults: { field: string; sentence: string }[]) =>
    data({ values: form.values.one, faults, isOvertaken: status === 409 }, { status, headers: signedInHeaders() });
  if (!form.ok) {
    const faults = form.faults.map(({ field, code }) => ({
      field,
      sentence: t(`organize.fault.${code as OrganizeFaultCode}`),
    }));
    return refuse(422, faults);
  }
  const done = await closeCampaign(by, { campaignId, ...form.value });
  return done === "closed" ? seeOther(paths.organizePublish(args.params.slug ?? "")) : refuse(409, []);
}

export default function Close() {
  const locale = useLocale();
  const { account, frame, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? { values: {}, faults: [], isOvertaken: false };
  return (
    <EditShell locale={locale} account={account} frame={frame} page="close">
      <ClosePage locale={locale} slug={frame.slug} version={version} {...answer} />
    </EditShell>
  );
}
