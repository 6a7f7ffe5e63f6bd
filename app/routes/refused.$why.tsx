import { data } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { ErrorPage } from "#app/features/site/error-page.tsx";
import { placesToFill, refusals, unrendered } from "#app/features/site/faults.ts";
import type { Refusal } from "#app/features/site/faults.ts";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(`error.title.${shown?.why ?? "not-found"}`) },
];
export const headers = privateHeaders;

/** Rendered in place of what was asked, by `server/web-guards.ts`, or beforehand, for when nothing can be rendered. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const why = params.why ?? "";
  // Those have places to fill, and only the server itself, which has no network, asks for them.
  if (!isRefusal(why) || (why in unrendered && context.network !== "")) throw notFound();
  const { name } = await organization(visitor(context));
  return data({ why, organization: name }, { status: refusals[why], headers: privateHeaders() });
}

export default function Refused() {
  const locale = useLocale();
  const { why, organization: name } = useLoaderData<typeof loader>();
  return (
    <Page variant="full" organization={name} locale={locale}>
      <ErrorPage locale={locale} fault={why} reference={why === "ours" ? placesToFill.reference : null} />
    </Page>
  );
}

function isRefusal(why: string): why is Refusal {
  return Object.hasOwn(refusals, why);
}
