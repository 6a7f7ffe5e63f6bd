import { data } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { ErrorPage, refusals } from "#app/features/site/error-page.tsx";
import type { Refusal } from "#app/features/site/error-page.tsx";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { notFound, privateHeaders } from "#app/http/responses.server.ts";

export const meta: MetaFunction = () => [{ title: words("en")("error.title", { status: "403" }) }];

/** Rendered in place of what was asked, by `server/web-guards.ts`. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const why = params.why as Refusal;
  if (!Object.hasOwn(refusals, why)) throw notFound();
  const { name } = await organization(visitor(context));
  return data({ why, organization: name }, { status: refusals[why], headers: privateHeaders() });
}

export default function Refused() {
  const { why, organization: name } = useLoaderData<typeof loader>();
  return <ErrorPage status={refusals[why]} refusal={why} organization={name} />;
}
