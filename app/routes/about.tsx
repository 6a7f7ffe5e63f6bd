import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { directoryAsOf } from "#app/features/directory/directory-as-of.server.ts";
import { About } from "#app/features/site/about-page.tsx";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [
  { title: words(localeIn(matches))("about.page") },
  { name: "description", content: words(localeIn(matches))("about.description") },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const [{ name, postalAddress, contactEmail, principal, picture }, asOf] = await Promise.all([
    organization(by),
    directoryAsOf(by),
  ]);
  return { organization: { name, postalAddress, contactEmail, principal, picture }, asOf };
}

export default function AboutRoute() {
  const locale = useLocale();
  const { organization: runBy, asOf } = useLoaderData<typeof loader>();
  return (
    <Page locale={locale} variant="full" organization={runBy.name}>
      <About locale={locale} organization={runBy} directoryAsOf={asOf} />
    </Page>
  );
}
