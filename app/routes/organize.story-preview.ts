import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { storyPreview } from "#app/features/campaigns/part-page-of.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** Opened by its address, it leads to where stories are written. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, "organizer");
  return seeOther(paths.organize());
}

/** A story as readers would see it, for the preview beside its form; nothing is stored. Its HTML is sanitised. */
export async function action(args: ActionFunctionArgs) {
  await requireRole(args, "organizer");
  const { one } = await readForm(args.request, ["story"]);
  const html = storyPreview(localeOf(args.context), one.story);
  return new Response(html, { headers: { ...signedInHeaders(), "Content-Type": "text/html; charset=utf-8" } });
}
