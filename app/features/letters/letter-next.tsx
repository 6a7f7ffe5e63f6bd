import type { RecipientItem } from "./recipient-item.ts";
import { words } from "./words.ts";

/** What happens after approving, beside the form. */
export function LetterNext({
  recipients,
  email,
  locale,
}: {
  recipients: RecipientItem[];
  email: string | null;
  locale: string;
}) {
  const t = words(locale);
  const ticked = recipients.filter((item) => item.checked);
  const mailed = ticked.filter((item) => item.channel === "email").length;
  const carried = ticked.length - mailed;
  const [before = "", after = ""] = t("next.confirm", { mailed }).split("<email>");
  return (
    <aside className="sticky no-print" aria-labelledby="next">
      <div className="panel stack">
        <h2 id="next">{t("next.heading")}</h2>
        <ol className="small stack stack-sm">
          <li>{t("next.approve")}</li>
          <li>
            {before}
            <MailAddress email={email} fallback={t("next.your-address")} />
            {after}
          </li>
          {carried > 0 ? <li>{t("next.hand", { n: carried })}</li> : null}
        </ol>
        <p className="meta">{t("next.apart")}</p>
      </div>
    </aside>
  );
}

function MailAddress({ email, fallback }: { email: string | null; fallback: string }) {
  if (email === null) return <>{fallback}</>;
  const at = email.lastIndexOf("@") + 1;
  return (
    <strong>
      <bdi>
        {email.slice(0, at)}
        <wbr />
        {email.slice(at)}
      </bdi>
    </strong>
  );
}
