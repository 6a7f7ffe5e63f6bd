import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { Privacy } from "#app/features/site/privacy-page.tsx";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { Page } from "#app/ui/page.tsx";

const locale = "en";

export const meta: MetaFunction = () => [
  { title: words(locale)("privacy.page") },
  { name: "description", content: words(locale)("privacy.description") },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { name, postalAddress, privacyEmail } = await organization(visitor(context));
  return { name, postalAddress, privacyEmail };
}

export default function PrivacyRoute() {
  const runBy = useLoaderData<typeof loader>();
  return (
    <Page variant="full" organization={runBy.name}>
      <Privacy locale={locale} organization={runBy} />
    </Page>
  );
}
