import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isRole } from "#app/features/accounts/account.ts";
import { campaignIdsOf } from "#app/features/accounts/campaign-members.server.ts";
import { changeRole } from "#app/features/accounts/change-role.server.ts";
import { personOf } from "#app/features/accounts/people-of.server.ts";
import { PersonPage } from "#app/features/accounts/person-page.tsx";
import { setMemberships } from "#app/features/accounts/set-memberships.server.ts";
import { words } from "#app/features/accounts/words.ts";
import { campaignTitles } from "#app/features/campaigns/campaign-titles.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths, pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("person.document") }];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const person = await personOf(by, args.params.id ?? "");
  if (!person || person.id === account.id) throw notFound();
  const { id, name, email, role } = person;
  const member = new Set(await campaignIdsOf(by, id));
  const { searchParams } = new URL(args.request.url);
  return {
    account: { name: account.name, role: account.role },
    person: { id, name, email, role },
    campaigns: (await campaignTitles(by)).map((one) => ({ ...one, isMember: member.has(one.id) })),
    notice: (["changed", "mailed"] as const).find((name) => searchParams.has(name)) ?? null,
  };
}

/** Says what somebody may do, and in which campaigns. */
export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "admin");
  const id = args.params.id ?? "";
  const { one, many } = await readForm(args.request, { one: ["role"], many: ["campaign"] });
  const { role = "" } = one;
  if (!isRole(role) || !(await personOf(by, id))) throw notFound();
  const outcome = await changeRole(by, id, role);
  if (outcome === "own" || outcome === "unknown") throw notFound();
  const known = new Set((await campaignTitles(by)).map((campaign) => campaign.id));
  await setMemberships(
    by,
    id,
    (many.campaign ?? []).filter((campaignId) => known.has(campaignId)),
  );
  return seeOther(paths.adminPersonAfter(id, "changed"));
}

export default function PersonRoute() {
  const locale = useLocale();
  const { account, person, campaigns, notice } = useLoaderData<typeof loader>();
  const crumbs = [{ label: words(locale)("people.title"), href: pathsIn(locale).admin() }, { label: person.name }];
  return (
    <AppShell area="admin" current="people" crumbs={crumbs} account={account} heading={person.name} locale={locale}>
      <PersonPage person={person} campaigns={campaigns} notice={notice} locale={locale} />
    </AppShell>
  );
}
