import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organization } from "#app/features/accounts/organization-of.server.ts";
import { reportFields, reportSchema } from "#app/features/site/report-form.ts";
import type { ReportFaultCode } from "#app/features/site/report-form.ts";
import { ReportPage } from "#app/features/site/report-page.tsx";
import type { ReportPageProps } from "#app/features/site/report-page.tsx";
import { sendReport } from "#app/features/site/send-report.server.ts";
import { words } from "#app/features/site/words.ts";
import { visitor } from "#app/http/by.server.ts";
import { cameFrom } from "#app/http/came-from.server.ts";
import { formMark } from "#app/http/left-cookie.server.ts";
import { localeOf } from "#app/http/locale-of.server.ts";
import { parseForm } from "#app/http/parse-form.server.ts";
import { privateHeaders, seeOther } from "#app/http/responses.server.ts";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

type Answer = Pick<ReportPageProps, "values" | "faults" | "notice">;

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) => [
  { title: words(localeIn(matches))(shown?.refused ? "report.document.error" : "report.document") },
  { name: "description", content: words(localeIn(matches))("report.description") },
];
export const headers = privateHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, contactEmail } = await organization(visitor(context));
  const values = { page: cameFrom(request) };
  return { organization: name, contactEmail, values, mark: formMark(request), refused: context.refused === true };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(context);
  const t = words(locale);
  const form = await parseForm(request, reportFields, reportSchema);
  const { one: values } = form.values;
  // Undone only by leaving for the next page.
  context.refused = true;
  const refuse = (status: number, { faults = [], notice = null }: Partial<Answer>) =>
    data<Answer>({ values, faults, notice }, { status, headers: privateHeaders() });
  if (!form.ok) {
    const faults = form.faults.map(({ field, code }) => ({ field, sentence: t(`fault.${code as ReportFaultCode}`) }));
    return refuse(422, { faults });
  }
  try {
    const { outcome } = await sendReport(visitor(context), form.value, locale);
    return outcome === "sent" ? seeOther(paths.reportSent()) : refuse(429, { notice: "too-many" });
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return refuse(503, { notice: "down" });
  }
}

export default function Report() {
  const locale = useLocale();
  const { organization: name, contactEmail, values, mark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? { values, faults: [], notice: null };
  return (
    <Page locale={locale} variant="full" organization={name}>
      <main id="main" className="wrap page">
        <ReportPage {...answer} contactEmail={contactEmail} mark={mark} locale={locale} />
      </main>
    </Page>
  );
}
