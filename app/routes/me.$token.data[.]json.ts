import type { LoaderFunctionArgs } from "@remix-run/node";
import { personalDataOf } from "#app/features/signatures/personal-data-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { hasLeft } from "#app/http/left-cookie.server.ts";
import { downloadHeaders, seeOther } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";

/** Everything that is stored of the person, for another program. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { token = "" } = params;
  if (hasLeft(request)) return seeOther(paths.personal(token));
  const held = await personalDataOf(visitor(context), { link: "personal", token });
  if (!held) return seeOther(paths.personal(token));
  return new Response(`${JSON.stringify(held, null, 2)}\n`, {
    headers: downloadHeaders("redress.json", "application/json"),
  });
}
