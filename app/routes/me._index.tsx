import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import type { EmailFault } from "#app/lib/email-address.ts";
import { mailPersonalLink } from "#app/features/signatures/mail-personal-link.server.ts";
import { MeAskPage } from "#app/features/signatures/me-ask-page.tsx";
import { meFields, meSchema } from "#app/features/signatures/me-form.ts";
import { words } from "#app/features/signatures/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "me.title.error" : "me.title") },
];
export const headers = privateHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  return { organization: (await organization(visitor(context))).name, refused: context.refused === true };
}

/** The same answer for every address, known or not (fault 19). */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(context);
  const t = words(locale);
  const by = visitor(context);
  const form = await parseForm(request, meFields, meSchema);
  const email = form.values.one.email ?? "";
  // Undone only by leaving for the next page.
  context.refused = true;
  if (!form.ok) {
    const fault = t(`fault.${form.faults[0]?.code as EmailFault}`);
    return data({ email, fault, isDown: false }, { status: 422, headers: privateHeaders() });
  }
  try {
    await mailPersonalLink(by, { email: form.value.email, locale });
    return seeOther(paths.meMailed());
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return data({ email, fault: null, isDown: true }, { status: 503, headers: privateHeaders() });
  }
}

export default function Me() {
  const locale = useLocale();
  const { organization: name } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>() ?? { email: "", fault: null, isDown: false };
  return (
    <Page locale={locale} variant="form" organization={name}>
      <main id="main" className="wrap page">
        <MeAskPage {...asked} locale={locale} />
      </main>
    </Page>
  );
}
