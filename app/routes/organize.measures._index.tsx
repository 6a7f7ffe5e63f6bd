import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { measureFaults } from "#app/features/directory/measure-faults.ts";
import { newMeasureFields, newMeasureSchema } from "#app/features/directory/measure-form.ts";
import { membersOf } from "#app/features/directory/measure-page-of.server.ts";
import { measureRef } from "#app/features/directory/measure.ts";
import { MeasuresPage } from "#app/features/directory/measures-page.tsx";
import { allMeasures } from "#app/features/directory/measures-of.server.ts";
import { addMeasure } from "#app/features/directory/save-measure.server.ts";
import { words } from "#app/features/directory/words.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "measures.document.error" : "measures.document") },
];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "organizer");
  const [measures, members] = await Promise.all([allMeasures(by), membersOf(by, null)]);
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    measures,
    members: members.map(({ value, label, hint }) => ({ value, label: `${label} (${hint})` })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "organizer");
  const form = await parseForm(args.request, newMeasureFields, newMeasureSchema(by.now));
  if (!form.ok) {
    args.context.refused = true;
    const faults = measureFaults(localeOf(args.context), form.faults);
    return data({ values: form.values.one, faults }, { status: 422, headers: signedInHeaders() });
  }
  const { congress, type, number, sponsor, ...facts } = form.value;
  const id = await addMeasure(by, { congress, type, number }, { ...facts, sponsorId: sponsor });
  return seeOther(paths.measure(measureRef({ id })));
}

export default function Measures() {
  const locale = useLocale();
  const { account, measures, members } = useLoaderData<typeof loader>();
  const { values, faults } = useActionData<typeof action>() ?? { values: {}, faults: [] };
  return (
    <AppShell
      area="organize"
      current="measures"
      account={account}
      heading={words(locale)("measures.title")}
      locale={locale}
    >
      <MeasuresPage {...{ locale, measures, members, values, faults }} />
    </AppShell>
  );
}
