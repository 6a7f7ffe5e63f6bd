import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { editorPage } from "#app/features/campaigns/edit-frame-of.server.ts";
import { EditShell } from "#app/features/campaigns/edit-shell.tsx";
import { editTitle } from "#app/features/campaigns/edit-title.ts";
import { revisionsOf } from "#app/features/campaigns/revisions-of.server.ts";
import { RevisionsPage } from "#app/features/campaigns/revisions-page.tsx";
import { requireCampaign } from "#app/http/guards.server.ts";
import { notFound, signedInHeaders } from "#app/http/responses.server.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: editTitle(localeIn(matches), "revisions", data) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account, campaignId } = await requireCampaign(args, args.params.slug, "organizer");
  const [editor, revisions] = await Promise.all([editorPage(by, campaignId), revisionsOf(by, campaignId)]);
  if (!editor) throw notFound();
  const names = await namesOf(
    by,
    revisions.map(({ authorId }) => authorId),
  );
  const rows = revisions.map(({ number, part, at, authorId, aside }) => ({
    number,
    part,
    at,
    by: names.get(authorId) ?? "",
    isAside: aside,
    isPublished: number === editor.edited.standing.published,
  }));
  return { account: { name: account.name, role: account.role }, frame: editor.frame, rows };
}

export default function Revisions() {
  const locale = useLocale();
  const { account, frame, rows } = useLoaderData<typeof loader>();
  return (
    <EditShell locale={locale} account={account} frame={frame} page="revisions">
      <RevisionsPage locale={locale} slug={frame.slug} timeZone={frame.timeZone} rows={rows} />
    </EditShell>
  );
}
