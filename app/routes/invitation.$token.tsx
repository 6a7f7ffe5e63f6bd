import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation } from "#app/features/accounts/accept-invitation.server.ts";
import { invitationFields, invitationSchema } from "#app/features/accounts/invitation-form.ts";
import type { InvitationFault } from "#app/features/accounts/invitation-form.ts";
import { invitationOf } from "#app/features/accounts/invitation-of.server.ts";
import { ClosedInvitationPage, InvitationPage } from "#app/features/accounts/invitation-page.tsx";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { words } from "#app/features/accounts/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { signIn } from "#app/http/sign-in.server.ts";
import { paths } from "#app/lib/paths.ts";
import { AppPage } from "#app/ui/app-page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "invitation.document.error" : "invitation.document") },
];
export const headers = privateHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const by = visitor(context);
  const { token = "" } = params;
  const found = await invitationOf(by, token);
  if (typeof found === "string") {
    const status = found === "unknown" ? 404 : 410;
    return data({ closed: found, refused: false as boolean }, { status, headers: privateHeaders() });
  }
  const { email, role, isKnown, name } = found;
  const { name: host } = await organization(by);
  return { token, organization: host, invitation: { email, role, isKnown, name }, refused: context.refused === true };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const by = visitor(context);
  const t = words(localeOf(context));
  const { token = "" } = params;
  const form = await parseForm(request, invitationFields, invitationSchema);
  const refuse = (found: { field: string; code: string }[]) => {
    context.refused = true;
    const faults = found.map(({ field, code }) => ({ field, sentence: t(`fault.${code as InvitationFault}`) }));
    return data({ name: form.values.one.name ?? "", faults }, { status: 422, headers: privateHeaders() });
  };
  if (!form.ok) return refuse(form.faults);
  const accepted = await acceptInvitation(by, token, form.value);
  if (accepted.outcome === "guessable") return refuse([{ field: "password", code: "password-common" }]);
  // Its page says what became of the link.
  if (accepted.outcome === "closed") return seeOther(paths.invitation(token));
  const { outcome, headers: cookies } = await signIn({ request, by }, accepted.email, form.value.password);
  if (outcome === "signed-in") return seeOther(paths.accountSecondFactorFirst(), cookies);
  return outcome === "second-factor"
    ? seeOther(paths.signInSecondFactor(), cookies)
    : seeOther(paths.invitationAccepted());
}

export default function Invitation() {
  const locale = useLocale();
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AppPage locale={locale}>
      {"closed" in shown ? (
        <ClosedInvitationPage locale={locale} why={shown.closed} />
      ) : (
        <InvitationPage
          locale={locale}
          token={shown.token}
          organization={shown.organization}
          invitation={shown.invitation}
          name={refused?.name ?? shown.invitation.name}
          faults={refused?.faults ?? []}
        />
      )}
    </AppPage>
  );
}
