import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitationsPart } from "#app/features/accounts/invitations-part.tsx";
import { invitationsOf } from "#app/features/accounts/invitations-of.server.ts";
import { inviteFields, inviteSchema } from "#app/features/accounts/invite-form.ts";
import type { InviteFault } from "#app/features/accounts/invite-form.ts";
import { inviteByMail } from "#app/features/accounts/invite.server.ts";
import { organizationForm } from "#app/features/accounts/organization-form-of.server.ts";
import { organizationGaps } from "#app/features/accounts/organization.ts";
import { peopleOf } from "#app/features/accounts/people-of.server.ts";
import { GapsNotice, PeopleTable } from "#app/features/accounts/people-page.tsx";
import { words } from "#app/features/accounts/words.ts";
import { campaignTitles } from "#app/features/campaigns/campaign-titles.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "people.document.error" : "people.document") },
];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const people = await peopleOf(by);
  const invitations = await invitationsOf(by);
  return {
    account: { name: account.name, role: account.role },
    people: people.map(({ seenAt, ...person }) => ({
      ...person,
      seenAt: seenAt?.toISOString() ?? null,
      isMe: person.id === account.id,
    })),
    campaigns: (await campaignTitles(by)).length,
    invitations: invitations.map(({ expiresAt, ...one }) => ({ ...one, expiresAt: expiresAt.toISOString() })),
    gaps: organizationGaps(await organizationForm(by)),
    refused: args.context.refused === true,
  };
}

/** Invites somebody by mail. */
export async function action(args: ActionFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const form = await parseForm(args.request, inviteFields, inviteSchema);
  const refuse = (code: InviteFault) => {
    const { email = "", role = "" } = form.values.one;
    args.context.refused = true;
    const fault = words(localeOf(args.context))(`fault.${code}`);
    return data({ values: { email, role }, fault }, { status: 422, headers: signedInHeaders() });
  };
  if (!form.ok) return refuse((form.faults[0]?.code ?? "email-form") as InviteFault);
  const { email } = form.value;
  if ((await peopleOf(by)).some((person) => person.email === email.toLowerCase())) return refuse("email-known");
  if (!(await inviteByMail(by, form.value, account.name))) throw notFound();
  return seeOther(paths.adminInvitations());
}

export default function People() {
  const locale = useLocale();
  const t = words(locale);
  const { account, people, campaigns, invitations, gaps } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const invite = (
    <a className="btn btn-small" href="#invite">
      {t("people.invite")}
    </a>
  );
  return (
    <AppShell
      area="admin"
      current="people"
      account={account}
      heading={t("people.title")}
      beside={invite}
      locale={locale}
    >
      <ErrorSummary faults={refused ? [{ field: "email", sentence: refused.fault }] : []} locale={locale} />
      <GapsNotice gaps={gaps} locale={locale} />
      <PeopleTable people={people} campaigns={campaigns} locale={locale} />
      <InvitationsPart
        invitations={invitations}
        values={refused?.values ?? { email: "", role: "organizer" }}
        fault={refused?.fault}
        locale={locale}
      />
    </AppShell>
  );
}
