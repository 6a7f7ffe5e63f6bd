import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TickedForm } from "#app/features/directory/cosponsor-forms.tsx";
import { tickCosponsors } from "#app/features/directory/give-cosponsors.server.ts";
import { measureFaults } from "#app/features/directory/measure-faults.ts";
import { tickedFields, tickedSchema } from "#app/features/directory/measure-form.ts";
import { membersOf } from "#app/features/directory/measure-page-of.server.ts";
import { MeasureShell, measureTitle } from "#app/features/directory/measure-shell.tsx";
import { measureText } from "#app/features/directory/measure-text.ts";
import { measureIdFrom, measureRef } from "#app/features/directory/measure.ts";
import { cosponsorsOf, measureById } from "#app/features/directory/measures-of.server.ts";
import { words } from "#app/features/directory/words.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { notFound, seeOther, signedInHeaders } from "#app/http/responses.server.ts";
import { paths } from "#app/lib/paths.ts";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  shown ? [{ title: measureTitle(localeIn(matches), shown) }] : [];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "organizer");
  const measure = await measureById(by, measureIdFrom(args.params.id ?? ""));
  if (!measure) throw notFound();
  const list = await cosponsorsOf(by, measure.id);
  const standing = (list?.cosponsors ?? []).filter(({ withdrawnOn }) => withdrawnOn === null);
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    at: measureRef(measure),
    text: measureText(localeOf(args.context), measure),
    members: await membersOf(by, measure.chamber),
    ticked: standing.map(({ officialId }) => officialId),
  };
}

/** The list as ticks: what the last one says of days, and of who withdrew, goes on. */
export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "organizer");
  const measure = await measureById(by, measureIdFrom(args.params.id ?? ""));
  if (!measure) throw notFound();
  const form = await parseForm(args.request, tickedFields, tickedSchema(by.now));
  if (form.ok) {
    const { asOf, cosponsor } = form.value;
    await tickCosponsors(by, { measureId: measure.id, asOf }, cosponsor);
    return seeOther(paths.measureAfter(measureRef(measure), "cosponsors"));
  }
  args.context.refused = true;
  const faults = measureFaults(localeOf(args.context), form.faults);
  const answer = { values: form.values.one, faults, ticked: form.values.many.cosponsor ?? [] };
  return data(answer, { status: 422, headers: signedInHeaders() });
}

export default function Ticked() {
  const locale = useLocale();
  const { account, at, text, members, ticked: standing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { values, faults, ticked } = answer ?? { values: {}, faults: [], ticked: standing };
  return (
    <MeasureShell locale={locale} account={account} text={text} below={{ at, title: words(locale)("ticked.title") }}>
      <TickedForm {...{ locale, at, members, ticked, values, faults }} />
    </MeasureShell>
  );
}
