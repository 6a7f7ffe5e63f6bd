import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditPage } from "#app/features/accounts/audit-page.tsx";
import { namesOf } from "#app/features/accounts/names-of.server.ts";
import { words } from "#app/features/accounts/words.ts";
import { campaignTitles } from "#app/features/campaigns/campaign-titles.server.ts";
import { auditEvents } from "#app/features/audit/audit-events.server.ts";
import { requireRole } from "#app/http/guards.server.ts";
import { signedInHeaders } from "#app/http/responses.server.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { localeIn, useLocale } from "#app/ui/use-locale.ts";

const onePage = 100;

export const meta: MetaFunction = ({ matches }) => [{ title: words(localeIn(matches))("audit.document") }];
export const headers = signedInHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { by, account } = await requireRole(args, "admin");
  const asked = new URL(args.request.url).searchParams.get("before") ?? "";
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  const events = await auditEvents(by, { before, most: onePage });
  const named = events.flatMap(({ actorId, subjectId, change }) => [actorId, subjectId, ...Object.values(change)]);
  const titles = (await campaignTitles(by)).map(({ id, title }) => [id, title] as const);
  const people = await namesOf(
    by,
    named.filter((one) => typeof one === "string"),
  );
  const names = new Map([...titles, ...people]);
  return {
    account: { name: account.name, role: account.role },
    events: events.map(({ id, at, actorKind, actorId, action, subjectKind, subjectId, change }) => ({
      id,
      at: at.toISOString(),
      actor: actorId === null ? null : (names.get(actorId) ?? null),
      actorKind,
      action,
      subjectKind,
      subject: names.get(subjectId) ?? subjectId,
      change: Object.entries(change).map(([name, value]) => ({
        name,
        value: typeof value === "string" ? (names.get(value) ?? value) : JSON.stringify(value),
      })),
    })),
    next: events.length === onePage ? (events.at(-1)?.id ?? null) : null,
  };
}

export default function Audit() {
  const locale = useLocale();
  const { account, events, next } = useLoaderData<typeof loader>();
  return (
    <AppShell area="admin" current="audit" account={account} heading={words(locale)("audit.title")} locale={locale}>
      <AuditPage events={events} next={next} locale={locale} />
    </AppShell>
  );
}
