import { formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";
import type { ShownRequest } from "#app/features/campaigns/publish-panel.tsx";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  frame: EditFrame;
  request: Pick<ShownRequest, "id" | "askedBy" | "askedAt" | "revision">;
  reason: string;
  faults: { field: string; sentence: string }[];
};

/** Says no to what somebody asked to publish, with a reason that they read. */
export function DeclinePage({ locale, frame, request, reason, faults }: Props) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const at = formatDateTime(locale, request.askedAt, frame.timeZone);
  return (
    <form className="narrow stack stack-lg" method="post" action={paths.organizePublishDecline(frame.slug)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <div className="stack">
        <h2>{t("decline.title")}</h2>
        <p className="lead muted">{t("request.asked", { by: request.askedBy, at, revision: request.revision })}</p>
      </div>
      <input type="hidden" name="request" value={request.id} />
      <TextArea
        name="reason"
        locale={locale}
        label={t("decline.reason")}
        hint={t("decline.reason.hint")}
        defaultValue={reason}
        fault={faults.find(({ field }) => field === "reason")?.sentence}
        rows={3}
        isLow
      />
      <p className="row">
        <button className="btn">{t("decline.button")}</button>
        <a href={paths.organizePublish(frame.slug)}>{t("decline.not")}</a>
      </p>
    </form>
  );
}
