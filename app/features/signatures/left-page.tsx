import { pathsIn } from "#app/lib/paths.ts";
import { words } from "./words.ts";

/** In place of what a mailed link shows, on a device that somebody left: "Back" shows nothing of them. */
export function LeftPage({ locale, token }: { locale: string; token: string }) {
  const t = words(locale);
  return (
    <div className="narrow stack stack-lg">
      <h1>{t("confirm.left")}</h1>
      <p className="lead">{t("confirm.left.lead")}</p>
      <form method="post" action={pathsIn(locale).confirmReturn(token)}>
        <p>
          <button className="btn btn-second">{t("confirm.left.button")}</button>
        </p>
      </form>
    </div>
  );
}
