import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { ErasePicturePage } from "#app/features/campaigns/erase-picture-page.tsx";
import { erasablePicture, erasePicture } from "#app/features/campaigns/erase-picture.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: editTitle(localeIn(matches), "erase", shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const editor = await editorPage(by, campaignId);
  const erasable = await erasablePicture(by, campaignId, numberOf(args.params.n));
  if (!editor || !erasable) throw notFound();
  return { account: { name: account.name, role: account.role }, frame: editor.frame, erasable };
}

export async function action(args: ActionFunctionArgs) {
  const { by, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const { many } = await readForm(args.request, { one: [], many: ["alsoIn"] });
  await erasePicture(by, { campaignId, n: numberOf(args.params.n), alsoIn: many.alsoIn ?? [] });
  return seeOther(`${paths.organizePart(args.params.slug ?? "", "story")}#pictures`);
}

function numberOf(text: string | undefined): number {
  if (!/^[1-9]\d{0,6}$/.test(text ?? "")) throw notFound();
  return Number(text);
}

export default function ErasePicture() {
  const locale = useLocale();
  const { account, frame, erasable } = useLoaderData<typeof loader>();
  return (
    <EditShell locale={locale} account={account} frame={frame} page="erase">
      <ErasePicturePage locale={locale} slug={frame.slug} {...erasable} />
    </EditShell>
  );
}
