import { organization } from "#app/features/accounts/organization-of.server.ts";
import { queueMail } from "#app/features/delivery/queue-mail.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import type { Limit } from "#app/lib/limits.server.ts";
import { paths } from "#app/lib/paths.ts";
import { lookup } from "#app/lib/seal.server.ts";
import { hours, minutes } from "#app/lib/time.ts";
import type { Report } from "./report-form.ts";
import { renderReportMail } from "./report.mail.tsx";

/** Reports of one network: a reader who checks a whole page, not a flood in the mailbox of a few people. */
export const reportLimit: Limit = { name: "report", most: 10, perMs: hours(1) };
/** The same words within so long are the same report, pressed twice. */
const sameWithin = minutes(10);

/**
 * Mails a report to those who run the site. Nothing of it is stored but the sealed mail, and not for longer than any mail;
 * its writer's address stands there alone, as the one to answer to. A mailed link that somebody pasted opens a person's
 * page: it is cut. Whatever filled in the field that nobody sees gets the same answer, and no mail goes.
 */
export async function sendReport(
  by: By,
  { leaveEmpty, ...given }: Report,
  locale: string,
): Promise<{ outcome: "sent" | "too-many" }> {
  const report = { ...given, page: withoutTokens(given.page), what: withoutTokens(given.what) };
  const { name, contactEmail } = await organization(by);
  const parts = await renderReportMail({ report, organization: name, at: by.now, locale });
  const id = newId(by.now);
  const since = Math.floor(by.now.getTime() / sameWithin);
  const same = lookup("report", JSON.stringify([since, by.network ?? "", report]));

  return transaction(async (tx) => {
    if (!(await withinLimits(tx, by, [{ limit: reportLimit }]))) return { outcome: "too-many" };
    await queueMail(
      tx,
      by,
      {
        id,
        onceKey: `report:${Buffer.from(same).toString("base64url")}`,
        kind: "report",
        priority: 10,
        to: contactEmail,
        from: env().MAIL_FROM,
        ...(report.email === null ? {} : { replyTo: report.email }),
        ...parts,
        subjectKind: "report",
        subjectId: id,
        campaignId: null,
        isDemo: false,
      },
      { goes: leaveEmpty === "" },
    );
    return { outcome: "sent" };
  });
}

/** Without what opens a page: `/confirm/…`, `/me/…`. */
function withoutTokens(text: string): string {
  return [paths.confirm(""), paths.personal("")].reduce(
    (kept, before) => kept.replace(new RegExp(`(${before})[\\w-]{16,}`, "g"), "$1…"),
    text,
  );
}
