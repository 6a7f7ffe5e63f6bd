import { words } from "./words.ts";

/** What a mail program's own button to stop mail is answered with; hardly anybody sees it. */
export function StoppedPage({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack">
      <h1>{t("stopped.headline")}</h1>
      <p className="lead">{t("stopped.lead")}</p>
    </div>
  );
}
