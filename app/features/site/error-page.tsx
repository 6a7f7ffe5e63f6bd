import { paths } from "#app/lib/paths.ts";
import { Page } from "#app/ui/page.tsx";
import { words } from "./words.ts";

/** Why something was refused before it reached a page of its own. */
export const refusals = { "cross-site": 403, "too-large": 413, "length-required": 411 } as const;
export type Refusal = keyof typeof refusals;

/** What happened, what is safe, what to do. */
export function ErrorPage({ status, refusal, organization, locale = "en" }: { status: number; refusal?: Refusal; organization: string; locale?: string }) {
  const t = words(locale);
  const kind = refusal ?? (status === 404 || status === 503 ? (String(status) as "404" | "503") : "500");
  return (
    <Page variant="full" organization={organization} locale={locale}>
      <main id="main" className="wrap page">
        <div className="narrow stack stack-lg">
          <div className="stack">
            <h1>{t(`error.${kind}`)}</h1>
            <p className="lead">{t(`error.${kind}.lead`)}</p>
            <p className="row">
              <a className="btn" href={paths.home()}>
                {t("error.home")}
              </a>
            </p>
          </div>
          {kind === "404" ? <p className="small muted">{t("error.404.hint")}</p> : null}
        </div>
      </main>
    </Page>
  );
}
