import { pathsIn } from "#app/lib/paths.ts";
import { MeSignature } from "./me-signature.tsx";
import type { MeSignatureItem } from "./me-signature.tsx";
import { ShownOfMe } from "./shown-of-me.tsx";
import type { Display } from "./signature.ts";
import { TakeBack } from "./take-back.tsx";
import { ToldNotice } from "./told-notice.tsx";
import type { Told } from "./told-notice.tsx";
import { words } from "./words.ts";

export interface MePageProps {
  locale: string;
  token: string;
  organization: string;
  email: string;
  /** When the link stops. */
  until: string;
  signatures: MeSignatureItem[];
  display: Display | null;
  told: Told | null;
}

/** Everything that an address signed: what needs its person first, then each signature, then what can be changed of all. */
export function MePage({ locale, token, organization, email, until, signatures, display, told }: MePageProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const [before = "", after = ""] = t("me.lead", { email: "\u0000" }).split("\u0000");
  const at = email.lastIndexOf("@") + 1;
  return (
    <div className="with-aside">
      <div className="stack stack-xl">
        <header className="stack">
          {told ? <ToldNotice locale={locale} what={told} /> : null}
          <h1>{t("me.headline")}</h1>
          <p className="lead muted">
            {before}
            <strong>
              <bdi>
                {email.slice(0, at)}
                <wbr />
                {email.slice(at)}
              </bdi>
            </strong>
            {after}
          </p>
          <NeedsYou locale={locale} signatures={signatures} />
        </header>
        {signatures.length === 0 ? (
          <p>
            {t("me.none")} <a href={paths.home()}>{t("me.none.link")}</a>
          </p>
        ) : (
          <>
            {signatures.map((item) => (
              <MeSignature key={item.ref} locale={locale} token={token} item={item} />
            ))}
            <ShownOfMe locale={locale} display={display} isForAll action={paths.personalShown(token)} />
          </>
        )}
        <TakeBack
          locale={locale}
          data={{ page: paths.personalData(token), json: paths.personalDataJson(token) }}
          signatures={signatures.filter(({ state }) => state !== "withdrawn").length}
          isAll
          withdraw={paths.personalWithdrawAll(token)}
          erase={paths.personalErase(token)}
        />
      </div>
      <aside className="sticky no-print" aria-labelledby="page">
        <div className="panel stack">
          <h2 id="page">{t("me.page")}</h2>
          <p className="small muted">{t("me.page.lead", { until, organization })}</p>
          <ul role="list" className="small">
            {signatures.length > 0 ? (
              <li>
                <a href="#shown">{t("shown.headline")}</a>
              </li>
            ) : null}
            <li>
              <a href="#data">{t("data.headline")}</a>
            </li>
            <li>
              <a href="#take-back">{t("takeback.link")}</a>
            </li>
          </ul>
        </div>
      </aside>
    </div>
  );
}

function NeedsYou({ locale, signatures }: { locale: string; signatures: MeSignatureItem[] }) {
  const t = words(locale);
  const toHandOver = signatures.flatMap(({ ref, title, letters }) => {
    const n = letters.filter(({ needsWriter }) => needsWriter).length;
    return n > 0 ? [{ ref, title, n }] : [];
  });
  const toConfirm = signatures.filter(({ canConfirm }) => canConfirm);
  if (toHandOver.length + toConfirm.length === 0) return null;
  return (
    <ul className="alerts" role="list" aria-label={t("me.todo")}>
      {toHandOver.map(({ ref, title, n }) => (
        <li key={`hand-${ref}`}>
          <span className="tag tag-act">{t("me.todo.yours")}</span>
          <span>
            <a href={`#s-${ref}`}>{t("me.todo.hand", { n })}</a>: <bdi>{title}</bdi>
          </span>
        </li>
      ))}
      {toConfirm.map(({ ref, title }) => (
        <li key={`confirm-${ref}`}>
          <span className="tag tag-warn">{t("me.todo.waits")}</span>
          <span>
            <a href={`#s-${ref}`}>{t("me.todo.confirm")}</a>: <bdi>{title}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
