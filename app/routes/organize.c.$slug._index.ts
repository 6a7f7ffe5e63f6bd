import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCampaign } from "#app/http/guards.server.ts";
import { seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** A campaign's editor begins with its story. */
export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  await requireCampaign(args, slug, "organizer");
  return seeOther(paths.organizePart(slug, "story"));
}
