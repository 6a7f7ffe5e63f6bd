import { words } from "./words.ts";

/** In place of what a mailed link shows, on a device that somebody left: "Back" shows nothing of them. `back`: where its button posts to. */
export function LeftPage({ locale, back }: { locale: string; back: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-lg">
      <h1>{t("confirm.left")}</h1>
      <p className="lead">{t("confirm.left.lead")}</p>
      <form method="post" action={back}>
        <p>
          <button className="btn btn-second">{t("confirm.left.button")}</button>
        </p>
      </form>
    </div>
  );
}
