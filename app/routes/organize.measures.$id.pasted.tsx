import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PastedForm } from "#app/features/directory/cosponsor-forms.tsx";
import { cosponsorsAddress, parseCosponsors } from "#app/features/directory/cosponsors.ts";
import { giveCosponsors } from "#app/features/directory/give-cosponsors.server.ts";
import { measureFaults } from "#app/features/directory/measure-faults.ts";
import { pastedFields, pastedSchema } from "#app/features/directory/measure-form.ts";
import { MeasureShell, measureTitle } from "#app/features/directory/measure-shell.tsx";
import { measureText } from "#app/features/directory/measure-text.ts";
import { measureIdFrom, measureRef } from "#app/features/directory/measure.ts";
import { measureById } from "#app/features/directory/measures-of.server.ts";
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
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    at: measureRef(measure),
    text: measureText(localeOf(args.context), measure),
    address: cosponsorsAddress(measure),
  };
}

/** The list as congress.gov answers it; whom the directory does not know is named on the measure's page. */
export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "organizer");
  const measure = await measureById(by, measureIdFrom(args.params.id ?? ""));
  if (!measure) throw notFound();
  const form = await parseForm(args.request, pastedFields, pastedSchema(by.now), "file");
  const pasted = form.file ? new TextDecoder().decode(form.file) : (form.values.one.pasted ?? "");
  const list = parseCosponsors(pasted, measure);
  if (form.ok && list.ok) {
    await giveCosponsors(by, { measureId: measure.id, asOf: form.value.asOf }, list.lines);
    return seeOther(paths.measureAfter(measureRef(measure), "cosponsors"));
  }
  args.context.refused = true;
  const codes = [
    ...(list.ok ? [] : [{ field: "pasted", code: list.fault as string }]),
    ...(form.ok ? [] : form.faults),
  ];
  const faults = measureFaults(localeOf(args.context), codes);
  return data({ values: { ...form.values.one, pasted }, faults }, { status: 422, headers: signedInHeaders() });
}

export default function Pasted() {
  const locale = useLocale();
  const { account, at, text, address } = useLoaderData<typeof loader>();
  const { values, faults } = useActionData<typeof action>() ?? { values: {}, faults: [] };
  return (
    <MeasureShell locale={locale} account={account} text={text} below={{ at, title: words(locale)("pasted.title") }}>
      <PastedForm {...{ locale, at, address, values, faults }} />
    </MeasureShell>
  );
}
