import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { measureFaults } from "#app/features/directory/measure-faults.ts";
import { measureFields, measureSchema } from "#app/features/directory/measure-form.ts";
import { membersOf, namedList } from "#app/features/directory/measure-page-of.server.ts";
import { MeasurePage } from "#app/features/directory/measure-page.tsx";
import { MeasureShell, measureTitle } from "#app/features/directory/measure-shell.tsx";
import { measureText } from "#app/features/directory/measure-text.ts";
import { isLapsed, measureIdFrom, measureRef } from "#app/features/directory/measure.ts";
import { measureById } from "#app/features/directory/measures-of.server.ts";
import { changeMeasure } from "#app/features/directory/save-measure.server.ts";
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
  const locale = localeOf(args.context);
  const measure = await measureById(by, measureIdFrom(args.params.id ?? ""));
  if (!measure) throw notFound();
  const text = measureText(locale, measure);
  const members = await membersOf(by, measure.chamber);
  const said = new URL(args.request.url).searchParams.get("saved");
  const [saved = null] = (["facts", "cosponsors"] as const).filter((one) => one === said);
  return {
    refused: args.context.refused === true,
    account: { name: account.name, role: account.role },
    at: measureRef(measure),
    text,
    lapsed: isLapsed(measure, by.now) ? words(locale)("measure.lapsed", { congress: text.congress }) : null,
    list: await namedList(by, measure.id),
    saved,
    members: members.map(({ value, label, hint }) => ({ value, label: `${label} (${hint})` })),
    values: { title: measure.title, stage: measure.stage, asOf: measure.asOf, sponsor: measure.sponsorId ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { by } = await requireRole(args, "organizer");
  const measure = await measureById(by, measureIdFrom(args.params.id ?? ""));
  if (!measure) throw notFound();
  const form = await parseForm(args.request, measureFields, measureSchema(by.now));
  if (!form.ok) {
    args.context.refused = true;
    const faults = measureFaults(localeOf(args.context), form.faults);
    return data({ values: form.values.one, faults }, { status: 422, headers: signedInHeaders() });
  }
  const { sponsor, ...facts } = form.value;
  await changeMeasure(by, measure.id, { ...facts, sponsorId: sponsor });
  return seeOther(paths.measureAfter(measureRef(measure), "facts"));
}

export default function MeasureRoute() {
  const locale = useLocale();
  const { account, text, values, saved, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <MeasureShell locale={locale} account={account} text={text}>
      <MeasurePage
        locale={locale}
        {...shown}
        title={text.title}
        saved={refused ? null : saved}
        values={refused?.values ?? values}
        faults={refused?.faults ?? []}
      />
    </MeasureShell>
  );
}
