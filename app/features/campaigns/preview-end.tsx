import { pathsIn } from "#app/lib/paths.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  slug: string;
  as: string;
  /** Where a test mail would go: to whoever looks at this, and nobody else. */
  email: string;
  told: "sent" | "too-many" | null;
};

/** The end of a walk: what it was, the mail of it to oneself, and the way back. */
export function PreviewEnd({ locale, slug, as, email, told }: Props) {
  const t = words(locale);
  const paths = pathsIn(locale);
  return (
    <section className="panel narrow stack" aria-labelledby="end">
      {told ? (
        <div
          className={told === "sent" ? "notice notice-good" : "notice notice-danger"}
          role={told === "sent" ? "status" : "alert"}
          tabIndex={-1}
          autoFocus
        >
          <p>{t(`preview.mail.${told}`, { email })}</p>
        </div>
      ) : null}
      <h2 id="end">{t("preview.end")}</h2>
      <p>{t("preview.end.lead")}</p>
      <form className="stack stack-sm" method="post" action={paths.organizePreviewMail(slug)}>
        <input type="hidden" name="as" value={as} />
        <p className="small">{t("preview.mail.lead", { email })}</p>
        <p className="row">
          <button className="btn btn-second">{t("preview.mail.button")}</button>
          <a href={paths.organizePublish(slug)}>{t("preview.end.read")}</a>
        </p>
      </form>
    </section>
  );
}
